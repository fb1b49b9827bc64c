package org.stratigraph.core.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * How the last two axes of (N, C, H, W) are resized: torch's {@code interpolate} without antialiasing. DJL 0.36 always
 * antialiases bicubically, does something else with aligned corners, and gives wrong numbers for grids one wide, so all but the
 * nearest are products with small matrices.
 */
public enum Interpolation {
    /** The nearest number. */
    NEAREST {
        @Override
        public NDArray resize(NDArray x, int height, int width) {
            return Torch.nearest(x, height, width);
        }
    },
    /** Between numbers in a straight line; half-pixel centres. */
    BILINEAR {
        @Override
        public NDArray resize(NDArray x, int height, int width) {
            return product(x, height, width, Interpolation::halfPixels);
        }
    },
    /** Between numbers in a straight line; the centres of the corner pixels stay where they are (align_corners). */
    BILINEAR_CORNERS {
        @Override
        public NDArray resize(NDArray x, int height, int width) {
            return product(x, height, width, Interpolation::corners);
        }
    },
    /** Cubic convolution (Keys, 1981, a = -0.75); half-pixel centres, borders going on as they end. */
    BICUBIC {
        @Override
        public NDArray resize(NDArray x, int height, int width) {
            return product(x, height, width, Interpolation::cubic);
        }
    };

    private static final double A = -0.75;

    /** (N, C, h, w) to (N, C, height, width). */
    public abstract NDArray resize(NDArray x, int height, int width);

    /** The weights (to, from) of one axis. */
    private interface Axis {
        double[] weights(int from, int to);
    }

    private static NDArray product(NDArray x, int height, int width, Axis axis) {
        long rows = x.getShape().get(2);
        long columns = x.getShape().get(3);
        try (NDManager scope = x.getManager().newSubManager()) {
            NDArray down = matrix(scope, axis, (int) rows, height, x.getDataType());
            NDArray across = matrix(scope, axis, (int) columns, width, x.getDataType());
            NDArray tall = down.matMul(x); // (height, h) by (N, C, h, w)
            NDArray resized = tall.matMul(across.transpose());
            resized.attach(x.getManager());
            return resized;
        }
    }

    private static NDArray matrix(NDManager scope, Axis axis, int from, int to, DataType type) {
        return scope.create(axis.weights(from, to), new Shape(to, from))
                .toType(type, false)
                .duplicate(); // out of the Java buffer
    }

    private static double[] halfPixels(int from, int to) {
        double[] weights = new double[to * from];
        for (int i = 0; i < to; i++) {
            between(weights, i, from, Math.max(0, (i + 0.5) * from / to - 0.5));
        }
        return weights;
    }

    private static double[] corners(int from, int to) {
        double[] weights = new double[to * from];
        for (int i = 0; i < to; i++) {
            between(weights, i, from, to == 1 ? 0 : (double) i * (from - 1) / (to - 1));
        }
        return weights;
    }

    /** One row of weights: the two numbers around a source position. */
    private static void between(double[] weights, int row, int from, double source) {
        int low = Math.min((int) source, from - 1);
        double beyond = source - low;
        weights[row * from + low] += 1 - beyond;
        weights[row * from + Math.min(low + 1, from - 1)] += beyond;
    }

    private static double[] cubic(int from, int to) {
        double[] weights = new double[to * from];
        for (int i = 0; i < to; i++) {
            double source = (i + 0.5) * from / to - 0.5;
            int low = (int) Math.floor(source);
            for (int tap = low - 1; tap <= low + 2; tap++) {
                int place = Math.max(0, Math.min(from - 1, tap));
                weights[i * from + place] += kernel(Math.abs(source - tap));
            }
        }
        return weights;
    }

    private static double kernel(double distance) {
        double d = distance;
        return d <= 1 ? ((A + 2) * d - (A + 3)) * d * d + 1 : d < 2 ? ((A * d - 5 * A) * d + 8 * A) * d - 4 * A : 0;
    }
}
