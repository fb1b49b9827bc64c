package org.stratigraph.core.spi;

import java.util.List;

/**
 * What a metric says of one subject's maps for one sample. Immutable.
 *
 * @param value finite; the metric of many samples is the mean of theirs
 * @param curves what the value was read off, if anything; the same names and places for every sample
 */
public record Score(double value, List<Curve> curves) {
    public Score {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a score is a finite number, not " + value);
        }
        curves = List.copyOf(curves);
    }

    /** A number alone. */
    public static Score of(double value) {
        return new Score(value, List.of());
    }
}
