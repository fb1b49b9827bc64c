package org.stratigraph.core.image;

import java.util.Arrays;

/** The places of scores, sorted by score; equal scores keep the order of their places, whichever way they are sorted. */
final class PixelOrder {
    private static final long PLACE = 0xffffffffL; // the lower half of a sort key

    private PixelOrder() {}

    static int[] rising(float[] scores) {
        return sorted(scores, 0);
    }

    static int[] falling(float[] scores) {
        return sorted(scores, -1);
    }

    /** Sorts longs of a score above its place, so that no two are equal and no pixel is an object. */
    private static int[] sorted(float[] scores, int turn) {
        long[] keys = new long[scores.length];
        for (int place = 0; place < keys.length; place++) {
            keys[place] = (long) (rising(scores[place]) ^ turn) << Integer.SIZE | place;
        }
        Arrays.sort(keys);
        int[] places = new int[keys.length];
        for (int rank = 0; rank < places.length; rank++) {
            places[rank] = (int) (keys[rank] & PLACE);
        }
        return places;
    }

    /** A number that grows with the float: the bits of negative ones fall as they grow. Minus zero is zero. */
    private static int rising(float score) {
        int bits = Float.floatToRawIntBits(score + 0f);
        return bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }
}
