package org.stratigraph.backdoor;

/** Which pixels of a square belong to a figure in it (the paper, A.1). */
enum Shape {
    /** All of them. */
    SQUARE {
        @Override
        boolean covers(int i, int j, int side) {
            return true;
        }
    },
    /** An X, one pixel wide: j = i or j = side - i, as printed, so that (0, side) falls outside. */
    CROSS {
        @Override
        boolean covers(int i, int j, int side) {
            return j == i || j == side - i;
        }
    },
    /** The X with arms 16 of 64 pixels wide along a row: -8 <= d < 8 for the distance d from the X above. */
    WIDE_CROSS {
        @Override
        boolean covers(int i, int j, int side) {
            int width = Math.max(1, Math.round(side / 4f));
            return isNear(j - i, width) || isNear(j - (side - i), width);
        }

        private static boolean isNear(int distance, int width) {
            return -(width / 2) <= distance && distance < width - width / 2;
        }
    };

    /** Whether the pixel at row i and column j of a square belongs to the figure. */
    abstract boolean covers(int i, int j, int side);
}
