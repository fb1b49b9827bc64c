package org.stratigraph.zoo.scenes;

/** The pixels that a posed outline lies on, inside and outside the picture, with their depth below its edge. */
final class Footprint {
    private final int left;
    private final int top;
    private final int extent;
    private final float[] depths;

    private Footprint(int left, int top, int extent, float[] depths) {
        this.left = left;
        this.top = top;
        this.extent = extent;
        this.depths = depths;
    }

    /**
     * @param outline what lies there
     * @param pose where it lies
     * @param margin pixels to keep around it, for soft edges
     */
    static Footprint of(Outline outline, Pose pose, double margin) {
        double reach = outline.reach() * pose.unit() + margin;
        int left = (int) Math.floor(pose.x() - reach);
        int top = (int) Math.floor(pose.y() - reach);
        int extent = (int) Math.ceil(2 * reach) + 1;
        float[] depths = new float[extent * extent];
        for (int row = 0; row < extent; row++) {
            for (int column = 0; column < extent; column++) {
                double distance = outline.distance(pose.u(left + column, top + row), pose.v(left + column, top + row));
                depths[row * extent + column] = (float) (-distance * pose.unit());
            }
        }
        return new Footprint(left, top, extent, depths);
    }

    /** First column inside the picture; may lie beyond {@link #columnEnd}. */
    int columnStart() {
        return Math.max(0, left);
    }

    /** Column after the last one inside a picture of this width. */
    int columnEnd(int width) {
        return Math.min(width, left + extent);
    }

    /** First row inside the picture; may lie beyond {@link #rowEnd}. */
    int rowStart() {
        return Math.max(0, top);
    }

    /** Row after the last one inside a picture of this height. */
    int rowEnd(int height) {
        return Math.min(height, top + extent);
    }

    /** How far inside the edge the middle of a pixel lies, in pixels; negative outside. */
    double depth(int column, int row) {
        return depths[(row - top) * extent + column - left];
    }

    /** Number of pixels inside the edge, whether or not the picture holds them. */
    int area() {
        int area = 0;
        for (float depth : depths) {
            area += depth > 0 ? 1 : 0;
        }
        return area;
    }

    /** Number of pixels inside the edge that a square picture holds. */
    int areaWithin(int side) {
        int area = 0;
        for (int row = rowStart(); row < rowEnd(side); row++) {
            for (int column = columnStart(); column < columnEnd(side); column++) {
                area += depth(column, row) > 0 ? 1 : 0;
            }
        }
        return area;
    }
}
