package org.stratigraph.core.image;

/**
 * The attribution of one image at one layer: signed, summed over channels, at the layer's own resolution. Immutable.
 *
 * @param layer the node whose output is explained
 * @param height rows of the layer's activation
 * @param width columns of the layer's activation
 * @param values row-major, signed, not normalised; copied in and out
 */
public record LayerMap(String layer, int height, int width, float[] values) {
    public LayerMap {
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

    /** The sum over all positions, for the axiom of completeness. */
    public double sum() {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    /** This map at the input's size: bilinear, half-pixel centres (the paper, section 5, "Up-sampling"). */
    public SaliencyMap upsample(int toHeight, int toWidth) {
        return new SaliencyMap(toHeight, toWidth, Bilinear.resize(values, height, width, toHeight, toWidth));
    }
}
