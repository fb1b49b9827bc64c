package org.stratigraph.zoo.scenes;

/**
 * A straight line with round ends, from -1 to 1. Immutable.
 *
 * @param thickness half its width
 */
record Stroke(double thickness) implements Outline {
    @Override
    public double distance(double u, double v) {
        double beyond = Math.max(0, Math.abs(u) - 1);
        return Math.sqrt(beyond * beyond + v * v) - thickness;
    }

    @Override
    public double reach() {
        return 1 + thickness;
    }
}
