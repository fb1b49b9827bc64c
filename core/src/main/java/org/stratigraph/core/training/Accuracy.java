package org.stratigraph.core.training;

import java.util.Locale;

/**
 * How many pictures got the right class. Immutable.
 *
 * @param right how many did
 * @param of how many there were, at least 1
 */
public record Accuracy(int right, int of) {
    private static final double Z95 = 1.959963984540054; // two-sided 95 % point of the normal distribution

    public Accuracy {
        if (of < 1 || right < 0 || right > of) {
            throw new IllegalArgumentException(right + " of " + of + " is no accuracy");
        }
    }

    public double share() {
        return (double) right / of;
    }

    /** The lower end of Wilson's 95 % interval (Wilson, 1927). */
    public double atLeast() {
        return wilson(-Z95);
    }

    /** The upper end of Wilson's 95 % interval. */
    public double atMost() {
        return wilson(Z95);
    }

    private double wilson(double z) {
        double n = of;
        double p = share();
        double centre = p + z * z / (2 * n);
        double spread = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        return (centre + spread) / (1 + z * z / n);
    }

    Accuracy plus(Accuracy more) {
        return new Accuracy(right + more.right, of + more.of);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.1f %% (%d of %d; 95 %% interval %.1f to %.1f %%)",
                100 * share(),
                right,
                of,
                100 * atLeast(),
                100 * atMost());
    }
}
