package org.stratigraph.perturbation;

import java.util.Arrays;

/** The equations of linear imputation written out in full and solved by Gaussian elimination with pivots: slow and plain. */
final class Elimination {
    private Elimination() {}

    /** A channel whose unknown pixels have become the weighted means of their neighbours. */
    static double[] neighbourMeans(int height, int width, float[] channel, int[] unknown) {
        int[] row = new int[channel.length];
        Arrays.fill(row, -1);
        for (int i = 0; i < unknown.length; i++) {
            row[unknown[i]] = i;
        }
        double[][] equations = new double[unknown.length][unknown.length + 1];
        for (int i = 0; i < unknown.length; i++) {
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    int y = unknown[i] / width + dy;
                    int x = unknown[i] % width + dx;
                    if ((dy != 0 || dx != 0) && y >= 0 && y < height && x >= 0 && x < width) {
                        double weight = dy != 0 && dx != 0 ? 1.0 / 12 : 1.0 / 6;
                        equations[i][i] += weight;
                        int neighbour = y * width + x;
                        if (row[neighbour] >= 0) {
                            equations[i][row[neighbour]] -= weight;
                        } else {
                            equations[i][unknown.length] += weight * channel[neighbour];
                        }
                    }
                }
            }
        }
        double[] solution = solve(equations);
        double[] means = new double[channel.length];
        for (int pixel = 0; pixel < means.length; pixel++) {
            means[pixel] = row[pixel] < 0 ? channel[pixel] : solution[row[pixel]];
        }
        return means;
    }

    private static double[] solve(double[][] equations) {
        int size = equations.length;
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int row = column; row < size; row++) {
                pivot = Math.abs(equations[row][column]) > Math.abs(equations[pivot][column]) ? row : pivot;
            }
            double[] chosen = equations[pivot];
            equations[pivot] = equations[column];
            equations[column] = chosen;
            for (int row = 0; row < size; row++) {
                double factor = row == column ? 0 : equations[row][column] / chosen[column];
                for (int i = column; factor != 0 && i <= size; i++) {
                    equations[row][i] -= factor * chosen[i];
                }
            }
        }
        double[] solution = new double[size];
        for (int row = 0; row < size; row++) {
            solution[row] = equations[row][size] / equations[row][row];
        }
        return solution;
    }
}
