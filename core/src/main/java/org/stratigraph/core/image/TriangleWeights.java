package org.stratigraph.core.image;

/**
 * For each wanted pixel of a resized axis the source pixels that it mixes, with weights of 22-bit fixed point: Pillow's
 * {@code precompute_coeffs} and {@code normalize_coeffs_8bpc} for its bilinear filter.
 */
final class TriangleWeights {
    private static final int BITS = 32 - 8 - 2; // of an int, eight are the sample's and two are left for overshoot

    private final int[] starts;
    private final int[][] weights;

    TriangleWeights(Axis axis) {
        starts = new int[axis.count()];
        weights = new int[axis.count()][];
        double scale = (double) axis.from() / axis.to();
        double support = Math.max(scale, 1); // the triangle's half-width, wider when the picture shrinks
        for (int i = 0; i < axis.count(); i++) {
            double centre = (axis.first() + i + 0.5) * scale;
            int start = Math.max(0, (int) (centre - support + 0.5));
            int end = Math.min(axis.from(), (int) (centre + support + 0.5));
            starts[i] = start;
            weights[i] = fixedPoint(triangle(start, end, centre, support));
        }
    }

    /** The first source pixel that any wanted pixel mixes. */
    int first() {
        return starts[0];
    }

    /** The one after the last source pixel that any wanted pixel mixes. */
    int end() {
        return starts[starts.length - 1] + weights[weights.length - 1].length;
    }

    int start(int pixel) {
        return starts[pixel];
    }

    /** The weights of one pixel, not to be written to. */
    int[] of(int pixel) {
        return weights[pixel];
    }

    /** From a sum of weighted samples back to a sample, rounded and clipped. */
    static byte sample(int sum) {
        return (byte) Math.max(0, Math.min(255, (sum + (1 << (BITS - 1))) >> BITS));
    }

    private static double[] triangle(int start, int end, double centre, double support) {
        double[] heights = new double[end - start];
        double narrowing = 1 / support; // multiplied with, as Pillow does: a division rounds otherwise
        double sum = 0;
        for (int i = 0; i < heights.length; i++) {
            heights[i] = Math.max(0, 1 - Math.abs((i + start - centre + 0.5) * narrowing));
            sum += heights[i];
        }
        for (int i = 0; i < heights.length; i++) {
            heights[i] /= sum;
        }
        return heights;
    }

    private static int[] fixedPoint(double[] weights) {
        int[] fixed = new int[weights.length];
        for (int i = 0; i < weights.length; i++) {
            fixed[i] = (int) (0.5 + weights[i] * (1 << BITS));
        }
        return fixed;
    }
}
