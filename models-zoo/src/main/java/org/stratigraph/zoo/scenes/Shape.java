package org.stratigraph.zoo.scenes;

/** The outlines that classes are made of; all look about equally large at the same unit. */
enum Shape implements Outline {
    DISC(1, 3.1416) {
        @Override
        public double distance(double u, double v) {
            return Math.sqrt(u * u + v * v) - 1;
        }
    },

    SQUARE(1.21, 2.89) {
        @Override
        public double distance(double u, double v) {
            return Math.max(Math.abs(u), Math.abs(v)) - 0.85;
        }
    },

    /** Equilateral, a corner towards +v. */
    TRIANGLE(1.26, 2.0297) {
        @Override
        public double distance(double u, double v) {
            return Math.max(-v, HALF_SQRT_3 * Math.abs(u) + 0.5 * v) - 0.625;
        }
    },

    /** Five points at distance 1.2 and five notches at 0.6, a point towards +v. */
    STAR(1.21, 2.116) {
        @Override
        public double distance(double u, double v) {
            // Mirror twice into the tenth of the plane between a point (at 0 degrees) and a notch (at 36 degrees).
            double across = Math.abs(u);
            double along = v;
            for (int i = 0; i < 2; i++) {
                double beyond = Math.max(0, COS_36 * across - SIN_36 * along);
                across = Math.abs(across - 2 * beyond * COS_36);
                along += 2 * beyond * SIN_36;
            }
            return EDGE_ACROSS * across + EDGE_ALONG * (along - 1.2);
        }
    },

    CROSS(1.16, 2.816) {
        @Override
        public double distance(double u, double v) {
            double longer = Math.max(Math.abs(u), Math.abs(v)) - 1.08;
            double shorter = Math.min(Math.abs(u), Math.abs(v)) - 0.4;
            return Math.max(longer, shorter);
        }
    };

    private static final double HALF_SQRT_3 = StrictMath.sqrt(3) / 2;
    private static final double COS_36 = (1 + StrictMath.sqrt(5)) / 4;
    private static final double SIN_36 = StrictMath.sqrt(1 - COS_36 * COS_36);

    // Outward normal of the star's edge from (0, 1.2) to 0.6 (sin 36, cos 36).
    private static final double EDGE_LENGTH = StrictMath.sqrt(1.44 + 0.36 - 1.44 * COS_36);
    private static final double EDGE_ACROSS = (1.2 - 0.6 * COS_36) / EDGE_LENGTH;
    private static final double EDGE_ALONG = 0.6 * SIN_36 / EDGE_LENGTH;

    private final double reach;
    private final double area;

    Shape(double reach, double area) {
        this.reach = reach;
        this.area = area;
    }

    /** Area of the inside, in square units. */
    double area() {
        return area;
    }

    @Override
    public double reach() {
        return reach;
    }
}
