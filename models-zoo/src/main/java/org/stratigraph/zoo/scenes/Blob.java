package org.stratigraph.zoo.scenes;

import java.util.List;
import java.util.stream.Stream;

/**
 * A lumpy outline that resembles no class: three discs that flow into each other. Immutable.
 *
 * @param lobes the discs
 */
record Blob(List<Lobe> lobes) implements Outline {
    private static final double FLOW = 0.5;

    record Lobe(double u, double v, double radius) {}

    Blob {
        lobes = List.copyOf(lobes);
    }

    static Blob draw(Dice dice) {
        double bend = dice.between(0.1, 0.3);
        return new Blob(Stream.of(-0.5, 0.0, 0.5)
                .map(u -> new Lobe(u, u == 0 ? bend : -bend, dice.between(0.33, 0.5)))
                .toList());
    }

    @Override
    public double distance(double u, double v) {
        double nearest = Double.MAX_VALUE;
        for (Lobe lobe : lobes) {
            double du = u - lobe.u;
            double dv = v - lobe.v;
            nearest = flow(nearest, Math.sqrt(du * du + dv * dv) - lobe.radius);
        }
        return nearest;
    }

    @Override
    public double reach() {
        return 1.25;
    }

    /** The smaller of two distances, rounded off where they are about equal. */
    private static double flow(double a, double b) {
        double overlap = Math.max(0, FLOW - Math.abs(a - b)) / FLOW;
        return Math.min(a, b) - FLOW * overlap * overlap / 4;
    }
}
