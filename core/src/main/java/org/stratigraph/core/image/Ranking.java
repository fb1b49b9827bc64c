package org.stratigraph.core.image;

/** The scores of a map from high to low. Immutable, thread-safe. */
public final class Ranking {
    private static final int BITS = 11; // a pass: counters that stay in the first cache
    private static final int[] SHIFTS = {0, BITS, 2 * BITS};

    private final float[] falling;

    private Ranking(float[] falling) {
        this.falling = falling;
    }

    /**
     * Ranks scores by counting, three passes over them: as fast as selecting two of them, and then good for any number of ranks.
     */
    static Ranking of(float[] scores) {
        int[] keys = new int[scores.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = turned(Float.floatToRawIntBits(scores[i]));
        }
        int[] spare = new int[keys.length];
        for (int shift : SHIFTS) {
            distribute(keys, spare, shift);
            int[] sorted = spare;
            spare = keys;
            keys = sorted;
        }
        float[] falling = new float[keys.length];
        for (int i = 0; i < keys.length; i++) {
            falling[i] = Float.intBitsToFloat(turned(keys[i]));
        }
        return new Ranking(falling);
    }

    /** How many scores there are. */
    public int size() {
        return falling.length;
    }

    /** The score at a rank, 0 for the highest. */
    public float score(int rank) {
        return falling[rank];
    }

    /**
     * A float's bits as a key that grows, unsigned, as the float falls; and back. The bits of positive floats grow with them, so
     * all but the sign are flipped; those of negative ones fall, so they stay.
     */
    private static int turned(int bits) {
        return bits ^ (~(bits >> 31) & Integer.MAX_VALUE);
    }

    /** Keys in the order of one group of their bits, those of equal bits in the order they had. */
    private static void distribute(int[] keys, int[] to, int shift) {
        int mask = (1 << BITS) - 1;
        int[] next = new int[1 << BITS];
        for (int key : keys) {
            next[key >>> shift & mask]++;
        }
        int before = 0;
        for (int group = 0; group < next.length; group++) {
            int count = next[group];
            next[group] = before;
            before += count;
        }
        for (int key : keys) {
            to[next[key >>> shift & mask]++] = key;
        }
    }
}
