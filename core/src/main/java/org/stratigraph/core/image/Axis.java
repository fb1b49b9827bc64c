package org.stratigraph.core.image;

/**
 * One axis of a resize of which only a stretch is wanted.
 *
 * @param from pixels of the picture
 * @param to pixels of the whole resized picture, of which most may never be computed
 * @param first resized pixel that is wanted
 * @param count of resized pixels that are wanted
 */
record Axis(int from, long to, long first, int count) {
    static Axis whole(int from, int to) {
        return new Axis(from, to, 0, to);
    }

    /** The wanted pixel in which an edge of a picture's pixel falls; the nearest end of the stretch, where it is outside. */
    int floor(int edge) {
        return wanted(Math.floorDiv(resized(edge), from));
    }

    /** The edge of a wanted pixel at or after an edge of a picture's pixel; the nearest end, where it is outside. */
    int ceil(int edge) {
        return wanted(-Math.floorDiv(-resized(edge), from));
    }

    /** The picture's pixel under the centre of a wanted one. */
    int nearest(int wanted) {
        return (int) (Math.multiplyExact(2 * (first + wanted) + 1, (long) from) / (2 * to));
    }

    /** An edge's place times {@code from}: a whole number, because a rounding error would move edges that coincide. */
    private long resized(int edge) {
        return Math.multiplyExact(Math.min(edge, from), to);
    }

    private int wanted(long resized) {
        return (int) Math.max(0, Math.min(count, resized - first));
    }
}
