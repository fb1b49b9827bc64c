package org.stratigraph.perturbation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The shares of pixels after whose removal a network is asked. Immutable.
 *
 * @param steps equal ones, from no pixel to all: 1 to {@value #MOST_STEPS}
 * @param fine whether 1, 2 and 3 % are among the shares too, to see what the very first pixels do
 */
record RemovalGrid(int steps, boolean fine) {
    static final int MOST_STEPS = 100_000;
    private static final int PERCENT = 100;

    RemovalGrid {
        if (steps < 1 || steps > MOST_STEPS) {
            throw new IllegalArgumentException(
                    "a removal grid has 1 to " + MOST_STEPS + " steps, not " + steps + "; the paper's has 20");
        }
    }

    /** The shares, rising from 0 to 1. */
    List<Double> shares() {
        return Arrays.stream(numerators())
                .mapToObj(share -> (double) share / denominator())
                .toList();
    }

    /** How many of these pixels each share is, rounded half up, without a rounding before that one. */
    int[] counts(int pixels) {
        return Arrays.stream(numerators())
                .mapToInt(share -> (int) ((2 * share * pixels + denominator()) / (2 * denominator())))
                .toArray();
    }

    /** The shares as whole numbers of which the denominator is 1: every step and every percent is one. */
    private long[] numerators() {
        LongStream even = LongStream.rangeClosed(0, steps).map(step -> step * PERCENT);
        LongStream low =
                fine ? IntStream.rangeClosed(1, 3).mapToLong(percent -> (long) percent * steps) : LongStream.of();
        return LongStream.concat(even, low).sorted().distinct().toArray();
    }

    private long denominator() {
        return (long) steps * PERCENT;
    }
}
