package org.stratigraph.zoo.scenes;

/** The S-shaped step that every soft edge here is made of. */
final class Smooth {
    private Smooth() {}

    /** 0 up to 0, 1 from 1 on, and the cubic 3 t^2 - 2 t^3 between. */
    static double step(double value) {
        double clamped = Math.max(0, Math.min(1, value));
        return clamped * clamped * (3 - 2 * clamped);
    }
}
