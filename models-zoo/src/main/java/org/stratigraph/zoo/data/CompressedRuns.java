package org.stratigraph.zoo.data;

import java.util.Arrays;
import java.util.BitSet;
import org.stratigraph.core.files.ImageFile;
import org.stratigraph.core.files.Quote;

/**
 * {@link Runs} as the COCO API writes them in text, unpacked anew every time. A length is one character or more, the lowest five
 * bits first: a character less {@code '0'} is 0 to 63, of which 32 says that another follows, and 16 in the last one that the
 * number is negative. From the fourth length on it is the difference to the one two before. Immutable.
 */
record CompressedRuns(int width, int height, String counts) implements Outline {
    private static final int MOST_CHARACTERS = 10_000_000; // a picture's every second pixel, say, in five megapixels
    private static final int MOST_BITS = 30; // six characters; no picture has so long a run

    CompressedRuns {
        if (counts.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException(
                    "the counts have " + counts.length() + " characters, at most " + MOST_CHARACTERS + " are accepted");
        }
        unpacked(width, height, counts); // says what is wrong, now and not at the picture
    }

    @Override
    public BitSet pixels(int asWide, int asHigh) {
        return unpacked(width, height, counts).pixels(asWide, asHigh);
    }

    private static Runs unpacked(int width, int height, String text) {
        int[] counts = new int[text.length()];
        int found = 0;
        for (int at = 0; at < text.length(); found++) {
            int end = end(text, at);
            long count = number(text, at, end) + (found > 2 ? counts[found - 2] : 0);
            if (count < 0 || count > ImageFile.MAX_PIXELS) {
                throw new IllegalArgumentException("a run of " + count + " pixels is none of a picture");
            }
            counts[found] = (int) count;
            at = end;
        }
        return new Runs(width, height, Arrays.copyOf(counts, found));
    }

    /** Where the number that begins at a place ends. */
    private static int end(String text, int start) {
        for (int at = start; at < text.length(); at++) {
            if ((sixBits(text, at) & 32) == 0) {
                return at + 1;
            }
        }
        throw new IllegalArgumentException("the counts end within a number");
    }

    private static long number(String text, int start, int end) {
        int bits = 5 * (end - start);
        if (bits > MOST_BITS) {
            throw new IllegalArgumentException("the counts have a number of " + (end - start) + " characters");
        }
        long number = (sixBits(text, end - 1) & 16) == 0 ? 0 : -1L << bits;
        for (int at = start; at < end; at++) {
            number |= (sixBits(text, at) & 31L) << 5 * (at - start);
        }
        return number;
    }

    private static int sixBits(String text, int at) {
        int bits = text.charAt(at) - '0';
        if (bits < 0 || bits > 63) {
            throw new IllegalArgumentException(Quote.of(text.substring(at, at + 1))
                    + " is no character of compressed counts, which are '0' to 'o'");
        }
        return bits;
    }
}
