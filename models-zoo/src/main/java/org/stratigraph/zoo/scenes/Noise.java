package org.stratigraph.zoo.scenes;

/** Value noise: random numbers on a coarse grid, joined smoothly. Tables by position keep it fast. */
final class Noise implements Field {
    private final int knots;
    private final double[] values;
    private final int[] cell;
    private final double[] share;

    private Noise(int knots, double[] values, int side) {
        this.knots = knots;
        this.values = values;
        this.cell = new int[side];
        this.share = new double[side];
        for (int i = 0; i < side; i++) {
            double position = (i + 0.5) / side * (knots - 1);
            cell[i] = (int) position;
            share[i] = Smooth.step(position - cell[i]);
        }
    }

    static Noise draw(Dice dice, int side) {
        int knots = 3 + dice.below(4);
        double[] values = new double[knots * knots];
        for (int i = 0; i < values.length; i++) {
            values[i] = dice.between(0, 1);
        }
        return new Noise(knots, values, side);
    }

    @Override
    public double at(int column, int row) {
        int knot = cell[row] * knots + cell[column];
        double across = share[column];
        double upper = values[knot] + (values[knot + 1] - values[knot]) * across;
        double lower = values[knot + knots] + (values[knot + knots + 1] - values[knot + knots]) * across;
        return upper + (lower - upper) * share[row];
    }
}
