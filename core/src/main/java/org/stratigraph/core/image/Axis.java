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
}
