package org.stratigraph.core.image;

import java.util.BitSet;

/**
 * One score per input pixel, for one image and one class, signed unless a method or a fuser says otherwise. Immutable.
 *
 * <p>Not a record, because it keeps its ranking: fusers and metrics that ask for it share one.
 */
public final class SaliencyMap {
    private final int height;
    private final int width;
    private final float[] values;
    private Ranking ranking; // made when first asked for; threads that ask at once make equal ones

    /**
     * Copies the scores.
     *
     * @param height rows of the network's input
     * @param width columns of the network's input
     * @param values row-major
     */
    public SaliencyMap(int height, int width, float[] values) {
        Grid.check(height, width, values);
        this.height = height;
        this.width = width;
        this.values = values.clone();
    }

    public int height() {
        return height;
    }

    public int width() {
        return width;
    }

    /** A copy of all scores, row-major. */
    public float[] values() {
        return values.clone();
    }

    public float at(int y, int x) {
        return values[y * width + x];
    }

    /** The score of a pixel by its place in row-major order. */
    public float at(int pixel) {
        return values[pixel];
    }

    /** How many pixels there are. */
    public int size() {
        return values.length;
    }

    /** All scores from high to low. */
    public Ranking ranking() {
        Ranking made = ranking;
        if (made == null) {
            made = Ranking.of(values);
            ranking = made;
        }
        return made;
    }

    /** All pixels, as places in row-major order, from the highest score to the lowest; of equal scores the earlier place first. */
    public int[] falling() {
        return PixelOrder.falling(values);
    }

    /** All pixels from the lowest score to the highest; of equal scores the earlier place first here too. */
    public int[] rising() {
        return PixelOrder.rising(values);
    }

    /** The evidence for the class alone: negative scores become 0 (the paper, section 5, the ReLU after upsampling). */
    public SaliencyMap positivePart() {
        float[] positive = values.clone();
        for (int i = 0; i < positive.length; i++) {
            positive[i] = Math.max(positive[i], 0);
        }
        return new SaliencyMap(height, width, positive);
    }

    /**
     * How much of the positive scores' sum lies in a set of pixels, 0 ... 1: the paper's energy (3.2, 3.3, eq. 3). 0 where
     * nothing is positive.
     *
     * @throws IllegalArgumentException if the set belongs to pictures of another size
     */
    public double energyShare(Mask pixels) {
        double all = 0;
        double inside = 0;
        BitSet set = pixelsOf(pixels);
        for (int i = 0; i < values.length; i++) {
            double energy = Math.max(values[i], 0);
            all += energy;
            inside += set.get(i) ? energy : 0;
        }
        return all > 0 ? inside / all : 0;
    }

    private BitSet pixelsOf(Mask mask) {
        if (mask.height() != height || mask.width() != width) {
            throw new IllegalArgumentException("a mask of " + mask.height() + " x " + mask.width()
                    + " pixels says nothing about a map of " + height + " x " + width);
        }
        return mask.pixels();
    }

    /** The largest absolute score; 0 for a blank map. */
    public float peak() {
        float peak = 0;
        for (float value : values) {
            peak = Math.max(peak, Math.abs(value));
        }
        return peak;
    }
}
