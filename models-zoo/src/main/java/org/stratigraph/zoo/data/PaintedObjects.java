package org.stratigraph.zoo.data;

import java.util.BitSet;
import org.stratigraph.core.image.RgbImage;

/**
 * The objects of a VOC picture, each painted in the colour of its number: its place among the annotation's objects, from 1. What
 * is painted in none of their colours, the background and the seams between objects, belongs to none. Immutable.
 */
record PaintedObjects(RgbImage painting) {
    /** The outline of one, which holds nothing if it is not painted. */
    Outline outline(int number) {
        int colour = colour(number);
        return (width, height) -> {
            if (width != painting.width() || height != painting.height()) {
                throw new IllegalArgumentException("its objects are painted on " + painting.width() + " x "
                        + painting.height() + " pixels, and it has " + width + " x " + height);
            }
            return paintedIn(colour);
        };
    }

    private BitSet paintedIn(int colour) {
        BitSet pixels = new BitSet();
        for (int y = 0; y < painting.height(); y++) {
            for (int x = 0; x < painting.width(); x++) {
                int here = painting.sample(y, x, 0) << 16 | painting.sample(y, x, 1) << 8 | painting.sample(y, x, 2);
                pixels.set(y * painting.width() + x, here == colour);
            }
        }
        return pixels;
    }

    /** VOC's palette: of each three bits of a number, from its lowest on, one each to red, green and blue, highest first. */
    private static int colour(int number) {
        int colour = 0;
        for (int bit = 0; bit < 8; bit++) {
            int channel = bit % 3; // red, green, blue
            int shift = 16 - 8 * channel + 7 - bit / 3;
            colour |= (number >> bit & 1) << shift;
        }
        return colour;
    }
}
