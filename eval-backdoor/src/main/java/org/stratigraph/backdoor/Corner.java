package org.stratigraph.backdoor;

/** A corner of a picture. */
enum Corner {
    TOP_LEFT(false, false),
    TOP_RIGHT(false, true),
    BOTTOM_LEFT(true, false),
    BOTTOM_RIGHT(true, true);

    private final boolean bottom;
    private final boolean right;

    Corner(boolean bottom, boolean right) {
        this.bottom = bottom;
        this.right = right;
    }

    /** The first row of a square that lies in this corner. */
    int top(int height, int side) {
        return bottom ? height - side : 0;
    }

    /** The first column of a square that lies in this corner. */
    int left(int width, int side) {
        return right ? width - side : 0;
    }
}
