package org.stratigraph.core.image;

import java.util.BitSet;

/**
 * A set of pixels of a picture, at least one. Immutable.
 *
 * @param width of the picture
 * @param height of the picture
 * @param pixels bit {@code y * width + x} is set where the pixel at row y and column x belongs to the set; copied in
 *     and out
 */
public record Mask(int width, int height, BitSet pixels) {
    public Mask {
        if (width < 1 || height < 1 || pixels.isEmpty() || pixels.length() > (long) width * height) {
            throw new IllegalArgumentException("a mask needs from 1 to " + (long) width * height + " (" + width + " x "
                    + height + ") pixels, but has " + pixels.cardinality() + ", the last at " + (pixels.length() - 1));
        }
        pixels = (BitSet) pixels.clone();
    }

    @Override
    public BitSet pixels() {
        return (BitSet) pixels.clone();
    }

    /** Whether the pixel at row y and column x belongs to the set; none outside the picture does. */
    public boolean contains(int y, int x) {
        return x >= 0 && x < width && y >= 0 && y < height && pixels.get(y * width + x);
    }

    /** Number of pixels in the set. */
    public int area() {
        return pixels.cardinality();
    }

    /** The smallest box that holds every pixel of the set. */
    public Box box() {
        int left = width;
        int right = 0;
        for (int at = pixels.nextSetBit(0); at >= 0; at = pixels.nextSetBit(at + 1)) {
            left = Math.min(left, at % width);
            right = Math.max(right, at % width);
        }
        return new Box(left, pixels.nextSetBit(0) / width, right + 1, (pixels.length() - 1) / width + 1);
    }
}
