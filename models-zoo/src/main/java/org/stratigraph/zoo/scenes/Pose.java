package org.stratigraph.zoo.scenes;

/**
 * Where a drawn thing lies: a frame of its own with origin, unit length and direction in the picture. Immutable.
 *
 * @param x pixel column of the origin
 * @param y pixel row of the origin
 * @param unit length of the frame's unit, in pixels
 * @param cos cosine of the turn, divided by the unit
 * @param sin sine of the turn, divided by the unit
 */
record Pose(double x, double y, double unit, double cos, double sin) {
    static Pose of(double x, double y, double unit, double angle) {
        return new Pose(x, y, unit, StrictMath.cos(angle) / unit, StrictMath.sin(angle) / unit);
    }

    /** First coordinate, in this frame, of the middle of a pixel. */
    double u(int column, int row) {
        return cos * (column + 0.5 - x) + sin * (row + 0.5 - y);
    }

    /** Second coordinate, in this frame, of the middle of a pixel. */
    double v(int column, int row) {
        return cos * (row + 0.5 - y) - sin * (column + 0.5 - x);
    }
}
