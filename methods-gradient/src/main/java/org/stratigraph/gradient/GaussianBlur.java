package org.stratigraph.gradient;

import java.nio.FloatBuffer;
import org.stratigraph.core.image.Tensor;

/** A Gaussian blur of planes, cut off at three sigma; beyond an edge, its last value goes on. */
final class GaussianBlur {
    private static final int SIGMAS = 3;

    private GaussianBlur() {}

    /** Blurs the last two axes of a block of any shape. */
    static Tensor of(Tensor sharp, double sigma) {
        int height = sharp.dimension(sharp.rank() - 2);
        int width = sharp.dimension(sharp.rank() - 1);
        double[] weights = weights(sigma);
        float[] values = sharp.toArray();
        float[] between = new float[values.length];
        for (int plane = 0; plane < values.length; plane += height * width) {
            for (int y = 0; y < height; y++) {
                line(values, between, plane + y * width, 1, width, weights);
            }
            for (int x = 0; x < width; x++) {
                line(between, values, plane + x, width, height, weights);
            }
        }
        return Tensor.wrap(FloatBuffer.wrap(values), sharp.shape());
    }

    /** Blurs one row or column. */
    private static void line(float[] from, float[] to, int start, int step, int length, double[] weights) {
        int radius = weights.length / 2;
        for (int at = 0; at < length; at++) {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                int near = Math.max(0, Math.min(length - 1, at + i - radius));
                sum += weights[i] * from[start + near * step];
            }
            to[start + at * step] = (float) sum;
        }
    }

    private static double[] weights(double sigma) {
        int radius = (int) Math.ceil(SIGMAS * sigma);
        double[] weights = new double[2 * radius + 1];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double distance = (i - radius) / sigma;
            weights[i] = Math.exp(-distance * distance / 2);
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }
}
