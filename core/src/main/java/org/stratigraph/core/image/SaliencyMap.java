package org.stratigraph.core.image;

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

    /** The evidence for the class alone: negative scores become 0 (the paper, section 5, the ReLU after upsampling). */
    public SaliencyMap positivePart() {
        float[] positive = values.clone();
        for (int i = 0; i < positive.length; i++) {
            positive[i] = Math.max(positive[i], 0);
        }
        return new SaliencyMap(height, width, positive);
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
