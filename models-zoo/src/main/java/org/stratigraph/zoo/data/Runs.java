package org.stratigraph.zoo.data;

import java.util.BitSet;
import org.stratigraph.core.files.ImageFile;

/**
 * An outline as the lengths of runs, which do not show the object and show it in turn, down the picture's columns from left to
 * right. Immutable.
 *
 * @param counts the lengths, which together make up the picture; the first, of pixels that do not show it, may be 0; not copied:
 *     they are many
 */
record Runs(int width, int height, int[] counts) implements Outline {
    Runs {
        long size = (long) width * height;
        if (width < 1 || height < 1 || size > ImageFile.MAX_PIXELS) {
            throw new IllegalArgumentException("a size of " + height + " rows and " + width
                    + " columns is none of a picture of 1 to " + ImageFile.MAX_PIXELS + " pixels");
        }
        long sum = 0;
        for (int count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException("a run of " + count + " pixels is none");
            }
            sum += count;
        }
        if (sum != size) {
            throw new IllegalArgumentException("the runs make up " + sum + " pixels, and the picture has " + width
                    + " x " + height + ", which is " + size);
        }
    }

    @Override
    public BitSet pixels(int asWide, int asHigh) {
        if (asWide != width || asHigh != height) {
            throw new IllegalArgumentException("an outline is of a picture of " + width + " x " + height
                    + " pixels, and this one has " + asWide + " x " + asHigh);
        }
        BitSet pixels = new BitSet();
        int at = 0;
        for (int run = 0; run < counts.length; run++) {
            if (run % 2 == 1) {
                show(at, at + counts[run], pixels);
            }
            at += counts[run];
        }
        return pixels;
    }

    private void show(int from, int to, BitSet pixels) {
        for (int at = from; at < to; at++) {
            pixels.set(at % height * width + at / height);
        }
    }
}
