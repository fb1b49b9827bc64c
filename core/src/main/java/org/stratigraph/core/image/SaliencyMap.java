package org.stratigraph.core.image;

/**
 * One score per input pixel, for one image and one class, signed unless a method or a fuser says otherwise. Immutable.
 *
 * @param height rows of the network's input
 * @param width columns of the network's input
 * @param values row-major; copied in and out
 */
public record SaliencyMap(int height, int width, float[] values) {
    public SaliencyMap {
        Grid.check(height, width, values);
        values = values.clone();
    }

    @Override
    public float[] values() {
        return values.clone();
    }

    public float at(int y, int x) {
        return values[y * width + x];
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
