package org.stratigraph.zoo.scenes;

/** The patterns that classes are made of, with a period of 1; plain ones are left to distractors. */
enum Texture {
    PLAIN(1, 1, 0) {
        @Override
        double at(double u, double v, double blur) {
            return 0;
        }
    },

    STRIPED(3.4, 4.8, 1) {
        @Override
        double at(double u, double v, double blur) {
            return edge(wave(u), blur);
        }
    },

    DOTTED(3.4, 4.6, 1) {
        @Override
        double at(double u, double v, double blur) {
            double du = u - Math.floor(u) - 0.5;
            double dv = v - Math.floor(v) - 0.5;
            return edge(0.31 - Math.sqrt(du * du + dv * dv), blur);
        }
    },

    CHECKERED(2.4, 3.2, 1) {
        @Override
        double at(double u, double v, double blur) {
            double across = edge(wave(u), blur);
            double along = edge(wave(v), blur);
            return across + along - 2 * across * along; // exclusive or
        }
    },

    RINGED(3.6, 5, 0.1) {
        @Override
        double at(double u, double v, double blur) {
            return edge(wave(Math.sqrt(u * u + v * v)), blur);
        }
    };

    private final double fewest;
    private final double most;
    private final double drift;

    /**
     * @param fewest least number of periods across an object
     * @param most greatest number of periods across an object
     * @param drift how far the pattern's origin may lie from the object's, as a share of its radius
     */
    Texture(double fewest, double most, double drift) {
        this.fewest = fewest;
        this.most = most;
        this.drift = drift;
    }

    /**
     * How much of the second colour shows at a point, 0 ... 1.
     *
     * @param u first coordinate, in periods
     * @param v second coordinate, in periods
     * @param blur width of the edges between the colours, in periods
     */
    abstract double at(double u, double v, double blur);

    /** A frame for this pattern on an object: period, phase and turn vary. */
    Pose frame(Dice dice, Pose object) {
        double period = 2 * object.unit() / dice.between(fewest, most);
        double slack = drift * object.unit();
        double x = object.x() + dice.between(-slack, slack);
        double y = object.y() + dice.between(-slack, slack);
        return Pose.of(x, y, period, dice.angle());
    }

    /** Signed distance to the nearest whole or half number, positive in the first half of every period. */
    private static double wave(double position) {
        double shifted = position + 0.25;
        return 0.25 - Math.abs(shifted - Math.floor(shifted) - 0.5);
    }

    private static double edge(double distance, double blur) {
        return Smooth.step(distance / blur + 0.5);
    }
}
