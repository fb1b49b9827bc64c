package org.stratigraph.core.image;

/**
 * How well one image's attributions account for what they explain: a method that promises completeness gives a sum equal to
 * the difference of the output. Immutable.
 *
 * @param sum of the attributions over channels and positions
 * @param output what is explained, for the image: f(x)
 * @param baselineOutput the same for the baseline: f(x')
 */
public record Completeness(double sum, double output, double baselineOutput) {
    private static final double BROKEN_ABOVE = 0.01;

    // What float32 leaves of a number that went through fifty layers, as a share of it.
    private static final double ROUNDING = 1e-5;

    /** What the attributions ought to sum to, f(x) - f(x'). */
    public double difference() {
        return output - baselineOutput;
    }

    /** What the attributions say too much, or, below zero, too little. */
    public double delta() {
        return sum - difference();
    }

    /** The size of the delta as a share of the difference's; infinite where only the difference is zero. */
    public double relative() {
        return delta() == 0 ? 0 : Math.abs(delta() / difference());
    }

    /** Whether the attributions miss the difference by more than 1 %, and by more than the outputs' rounding explains. */
    public boolean broken() {
        double rounding = ROUNDING * Math.max(Math.abs(output), Math.abs(baselineOutput));
        return !(relative() <= BROKEN_ABOVE || Math.abs(delta()) <= rounding); // NaN is broken as well
    }
}
