package org.stratigraph.perturbation;

import org.stratigraph.core.image.Tensor;

/**
 * A picture seen through a Gaussian of {@value #SIGMA} pixels, cut off at three of its widths; RISE's insertion starts from
 * one as wide. At the border the pixels that there are share all of the weight, so that nothing grows dark there.
 */
final class GaussianBlur {
    private static final int SIGMA = 5;
    private static final int REACH = 3 * SIGMA;
    private static final double[] WEIGHTS = weights(); // by distance

    private GaussianBlur() {}

    private static double[] weights() {
        double[] weights = new double[REACH + 1];
        for (int distance = 0; distance <= REACH; distance++) {
            weights[distance] = Math.exp(-distance * distance / (2.0 * SIGMA * SIGMA));
        }
        return weights;
    }

    /** The numbers of a picture (C, H, W), each channel blurred by itself: along its rows, then along its columns. */
    static float[] of(Tensor picture) {
        int height = picture.dimension(1);
        int width = picture.dimension(2);
        float[] blurred = new float[picture.size()];
        for (int channel = 0; channel < picture.dimension(0); channel++) {
            float[] values = picture.slice(channel).toArray();
            float[] rows = new float[values.length];
            for (int y = 0; y < height; y++) {
                blurLine(values, rows, y * width, 1, width);
            }
            float[] both = new float[values.length];
            for (int x = 0; x < width; x++) {
                blurLine(rows, both, x, width, height);
            }
            System.arraycopy(both, 0, blurred, channel * values.length, values.length);
        }
        return blurred;
    }

    private static void blurLine(float[] from, float[] to, int start, int stride, int length) {
        for (int i = 0; i < length; i++) {
            double sum = 0;
            double weight = 0;
            int last = Math.min(length - 1, i + REACH);
            for (int j = Math.max(0, i - REACH); j <= last; j++) {
                sum += WEIGHTS[Math.abs(i - j)] * from[start + j * stride];
                weight += WEIGHTS[Math.abs(i - j)];
            }
            to[start + i * stride] = (float) (sum / weight);
        }
    }
}
