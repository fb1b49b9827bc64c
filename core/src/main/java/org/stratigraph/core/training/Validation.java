package org.stratigraph.core.training;

/**
 * How a training is judged while it runs. Immutable.
 *
 * @param everySteps steps between two looks at the validation split; 0 for never
 * @param images how many of its pictures are looked at, from the first on
 * @param target the accuracy, 0 ... 1, at which the training ends early; above 1 for never
 */
public record Validation(int everySteps, int images, double target) {
    public Validation {
        if (everySteps < 0 || images < 1 || !(target > 0)) {
            throw new IllegalArgumentException(
                    "validate every 0 or more steps, on at least 1 picture, with a target above" + " 0; not "
                            + everySteps + ", " + images + ", " + target);
        }
    }

    /** No look at the validation split at all. */
    public static Validation none() {
        return new Validation(0, 1, 2);
    }

    boolean isDue(int step) {
        return everySteps > 0 && step % everySteps == 0;
    }
}
