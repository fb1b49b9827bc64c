package org.stratigraph.gradient;

import java.util.Arrays;

/**
 * A rule for the mean over the way from a baseline, at 0, to an activation, at 1. Immutable.
 *
 * @param points from 0 to 1
 * @param weights one per point, sum 1
 */
record Quadrature(double[] points, double[] weights) {
    private static final int NEWTON_STEPS = 100;

    /** The rules by name. */
    enum Rule {
        GAUSS_LEGENDRE,
        RIEMANN_LEFT,
        RIEMANN_RIGHT,
        RIEMANN_MIDDLE,
        RIEMANN_TRAPEZOID
    }

    /**
     * A rule with a number of points.
     *
     * @throws IllegalArgumentException if there are too few
     */
    static Quadrature of(Rule rule, int steps) {
        if (steps < (rule == Rule.RIEMANN_TRAPEZOID ? 2 : 1)) {
            throw new IllegalArgumentException("the rule needs at least "
                    + (rule == Rule.RIEMANN_TRAPEZOID ? "2 steps, one at either end" : "1 step") + ", not " + steps);
        }
        return switch (rule) {
            case GAUSS_LEGENDRE -> gaussLegendre(steps);
            case RIEMANN_LEFT -> even(steps, 0, steps);
            case RIEMANN_MIDDLE -> even(steps, 0.5, steps);
            case RIEMANN_RIGHT -> even(steps, 1, steps);
            case RIEMANN_TRAPEZOID -> trapezoid(steps);
        };
    }

    private static Quadrature even(int steps, double shift, double intervals) {
        double[] points = new double[steps];
        double[] weights = new double[steps];
        for (int i = 0; i < steps; i++) {
            points[i] = (i + shift) / intervals;
            weights[i] = 1 / intervals;
        }
        return new Quadrature(points, weights);
    }

    /** Both ends count half, so the weights sum to 1; in Captum they sum to (n - 1) / n. */
    private static Quadrature trapezoid(int steps) {
        Quadrature rule = even(steps, 0, steps - 1.0);
        rule.weights[0] /= 2;
        rule.weights[steps - 1] /= 2;
        return rule;
    }

    /** The roots of the Legendre polynomial, found by Newton's method from Chebyshev's, moved from [-1, 1] to [0, 1]. */
    private static Quadrature gaussLegendre(int steps) {
        double[] points = new double[steps];
        double[] weights = new double[steps];
        for (int i = 0; i < steps; i++) {
            double root = Math.cos(Math.PI * (i + 0.75) / (steps + 0.5));
            for (int step = 0; step < NEWTON_STEPS; step++) {
                double next = root - legendre(steps, root) / slope(steps, root);
                if (next == root) {
                    break;
                }
                root = next;
            }
            double slope = slope(steps, root);
            points[steps - 1 - i] = (1 + root) / 2;
            weights[steps - 1 - i] = 1 / ((1 - root * root) * slope * slope);
        }
        double sum = Arrays.stream(weights).sum(); // 1 but for rounding
        return new Quadrature(
                points, Arrays.stream(weights).map(weight -> weight / sum).toArray());
    }

    /** P_n(x), by Bonnet's recursion. */
    private static double legendre(int degree, double x) {
        double before = 1;
        double now = x;
        for (int n = 1; n < degree; n++) {
            double next = ((2 * n + 1) * x * now - n * before) / (n + 1);
            before = now;
            now = next;
        }
        return now;
    }

    private static double slope(int degree, double x) {
        double below = degree == 1 ? 1 : legendre(degree - 1, x);
        return degree * (x * legendre(degree, x) - below) / (x * x - 1);
    }
}
