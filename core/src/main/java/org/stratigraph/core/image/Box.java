package org.stratigraph.core.image;

/**
 * A rectangle of pixels, half-open. Immutable.
 *
 * @param x0 first column
 * @param y0 first row
 * @param x1 column after the last one
 * @param y1 row after the last one
 */
public record Box(int x0, int y0, int x1, int y1) {
    public Box {
        if (x0 < 0 || y0 < 0 || x1 <= x0 || y1 <= y0) {
            throw new IllegalArgumentException("no box of pixels has columns " + x0 + " to " + x1 + " and rows " + y0
                    + " to " + y1 + " (half-open)");
        }
    }

    /** Number of columns. */
    public int width() {
        return x1 - x0;
    }

    /** Number of rows. */
    public int height() {
        return y1 - y0;
    }

    /** Number of pixels. */
    public int area() {
        return width() * height();
    }

    /** Whether the pixel at row y and column x lies in the box. */
    public boolean contains(int y, int x) {
        return x0 <= x && x < x1 && y0 <= y && y < y1;
    }
}
