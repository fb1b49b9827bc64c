package org.stratigraph.core.network;

import java.util.Arrays;

/** log(sum(exp(x))), without overflow. */
final class LogSumExp {
    private LogSumExp() {}

    static double of(float[] x) {
        double[] wide = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            wide[i] = x[i];
        }
        return of(wide);
    }

    static double of(double[] x) {
        double highest = Arrays.stream(x).max().orElseThrow();
        double sum = 0;
        for (double value : x) {
            sum += Math.exp(value - highest);
        }
        return highest + Math.log(sum);
    }
}
