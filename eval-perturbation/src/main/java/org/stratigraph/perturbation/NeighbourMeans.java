package org.stratigraph.perturbation;

/**
 * Solves for the unknown pixels of a channel: each is to be the weighted mean of its neighbours, known or not. The equations
 * are symmetric, and positive definite as long as one pixel is known, so conjugate gradients solve them (Hestenes and
 * Stiefel 1952). Keeps its arrays from one solution to the next; for one thread.
 */
final class NeighbourMeans {
    private static final double EXACT = 1e-9; // root mean square of what is left, by the channel's largest value
    private static final int SPARE = 100;

    private final Neighbourhood neighbourhood;
    private final double[] residual;
    private final double[] direction; // stays zero at known pixels
    private final double[] excess; // of the direction

    NeighbourMeans(Neighbourhood neighbourhood) {
        this.neighbourhood = neighbourhood;
        this.residual = new double[neighbourhood.size()];
        this.direction = new double[neighbourhood.size()];
        this.excess = new double[neighbourhood.size()];
    }

    /**
     * Puts the solution where guesses were. What was unknown in the solution before has to be so in this one.
     *
     * @param channel with its margin; the better its guesses, the faster
     * @param unknown their places, in the first {@code count} entries
     * @throws IllegalStateException if the solution is not reached
     */
    void solve(double[] channel, int[] unknown, int count) {
        double exact = EXACT * peak(channel);
        double squares = start(channel, unknown, count);
        // Without rounding, as many steps as there are unknowns would do.
        for (int stepsLeft = 2 * count + SPARE; !(squares <= count * exact * exact); stepsLeft--) {
            if (stepsLeft == 0) {
                throw new IllegalStateException("fill=linear found no solution for " + count + " removed pixels: "
                        + Math.sqrt(squares / count) + " is left where " + exact + " may be; use fill=blur");
            }
            squares = step(channel, unknown, count, squares);
        }
    }

    private static double peak(double[] channel) {
        double peak = 0;
        for (double value : channel) {
            peak = Math.max(peak, Math.abs(value));
        }
        return peak;
    }

    private double start(double[] channel, int[] unknown, int count) {
        double squares = 0;
        for (int i = 0; i < count; i++) {
            int place = unknown[i];
            residual[place] = -neighbourhood.excess(channel, place);
            direction[place] = residual[place];
            squares += residual[place] * residual[place];
        }
        return squares;
    }

    private double step(double[] channel, int[] unknown, int count, double squares) {
        double curvature = 0;
        for (int i = 0; i < count; i++) {
            int place = unknown[i];
            excess[place] = neighbourhood.excess(direction, place);
            curvature += direction[place] * excess[place];
        }
        double length = squares / curvature;
        double squaresNow = 0;
        for (int i = 0; i < count; i++) {
            int place = unknown[i];
            channel[place] += length * direction[place];
            residual[place] -= length * excess[place];
            squaresNow += residual[place] * residual[place];
        }
        double turn = squaresNow / squares;
        for (int i = 0; i < count; i++) {
            int place = unknown[i];
            direction[place] = residual[place] + turn * direction[place];
        }
        return squaresNow;
    }
}
