package org.stratigraph.cam;

/**
 * The eigenvector of the largest eigenvalue of a symmetric matrix without negative eigenvalues, found by the power method. Immutable.
 *
 * @param value the eigenvalue
 * @param vector of length 1; zeros for a matrix of zeros
 */
record FirstEigenvector(double value, double[] vector) {
    private static final int POWER_STEPS = 100_000;
    private static final double SETTLED = 1e-13;

    static FirstEigenvector of(double[][] matrix) {
        double[] vector = start(matrix);
        double value = 0;
        for (int step = 0; step < POWER_STEPS; step++) {
            double[] next = times(matrix, vector);
            double length = Math.sqrt(dot(next, next));
            if (length == 0) {
                return new FirstEigenvector(0, new double[vector.length]);
            }
            double moved = 0;
            for (int i = 0; i < next.length; i++) {
                next[i] /= length;
                moved = Math.max(moved, Math.abs(next[i] - vector[i]));
            }
            vector = next;
            value = length;
            if (moved < SETTLED) {
                break;
            }
        }
        return new FirstEigenvector(value, vector);
    }

    /**
     * Something of every column, in shares without a common measure. One column alone can be at right angles to what is sought,
     * and the power method would never leave it.
     */
    private static double[] start(double[][] matrix) {
        double[] shares = new double[matrix.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.sin(i + 1);
        }
        return times(matrix, shares);
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int row = 0; row < product.length; row++) {
            product[row] = dot(matrix[row], vector);
        }
        return product;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
