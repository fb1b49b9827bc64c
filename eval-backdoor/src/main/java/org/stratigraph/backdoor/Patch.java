package org.stratigraph.backdoor;

import java.util.BitSet;
import org.stratigraph.core.image.Mask;

/**
 * A figure in a corner of a picture, of a size that goes with the picture's. Immutable.
 *
 * @param standardSide of the square around the figure, in pixels of a picture whose shorter side is 224
 */
record Patch(Shape shape, Corner corner, int standardSide) {
    private static final int STANDARD = 224;
    private static final int SMALLEST = 4;

    Patch {
        if (standardSide < SMALLEST || standardSide > STANDARD) {
            throw new IllegalArgumentException("a figure is " + SMALLEST + " to " + STANDARD + " of " + STANDARD
                    + " pixels wide, not " + standardSide);
        }
    }

    /**
     * The square's side in a picture of this size.
     *
     * @throws IllegalArgumentException if nothing could be told there
     */
    int side(int height, int width) {
        int side = Math.round((float) standardSide * Math.min(height, width) / STANDARD);
        if (side < SMALLEST) {
            throw new IllegalArgumentException("in a picture of " + height + " x " + width + " pixels a figure of "
                    + standardSide + "/" + STANDARD + " would be " + side + " pixels wide, too few to show it");
        }
        return side;
    }

    /** The figure's pixels in a picture of this size. */
    Mask pixels(int height, int width) {
        int side = side(height, width);
        int top = corner.top(height, side);
        int left = corner.left(width, side);
        BitSet pixels = new BitSet(height * width);
        for (int i = 0; i < side; i++) {
            for (int j = 0; j < side; j++) {
                if (shape.covers(i, j, side)) {
                    pixels.set((top + i) * width + left + j);
                }
            }
        }
        return new Mask(width, height, pixels);
    }
}
