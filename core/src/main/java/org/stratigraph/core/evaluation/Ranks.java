package org.stratigraph.core.evaluation;

import java.util.Comparator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Places in rising order, from 0. */
final class Ranks {
    private Ranks() {}

    /**
     * The rank of each value; equal ones share their mean rank.
     *
     * @throws IllegalArgumentException if one is no number, which has no rank
     */
    static double[] of(double[] values) {
        if (DoubleStream.of(values).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("NaN has no rank among numbers");
        }
        Integer[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(index -> values[index]))
                .toArray(Integer[]::new);
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int k = from; k < to; k++) {
                ranks[order[k]] = (from + to - 1) / 2.0;
            }
            from = to;
        }
        return ranks;
    }
}
