package org.stratigraph.report.page;

import java.util.List;
import java.util.stream.IntStream;

/** Round numbers along an axis, from at or below its least value to at or above its largest. Immutable. */
record Ticks(List<Double> places) {
    private static final int MOST_STEPS = 6;

    static Ticks over(double low, double high) {
        double range = high > low ? high - low : Math.max(Math.abs(high), 1);
        double step = step(range / MOST_STEPS);
        long first = (long) Math.floor(low / step);
        int steps = (int) Math.max(1, (long) Math.ceil(high / step) - first);
        return new Ticks(IntStream.rangeClosed(0, steps)
                .mapToObj(tick -> (first + tick) * step)
                .toList());
    }

    double low() {
        return places.get(0);
    }

    double high() {
        return places.get(places.size() - 1);
    }

    /** 1, 2 or 5 times a power of ten. */
    private static double step(double atLeast) {
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        return IntStream.of(1, 2, 5)
                .mapToDouble(times -> times * power)
                .filter(step -> step >= atLeast)
                .findFirst()
                .orElse(10 * power);
    }
}
