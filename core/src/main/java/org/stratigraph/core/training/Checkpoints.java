package org.stratigraph.core.training;

import java.nio.file.Path;

/**
 * Where a training keeps its state, so that it can go on after a stop. Immutable.
 *
 * @param file replaced each time, never half-written
 * @param everySteps steps between two writings, at least 1; it is written at the end and at an interrupt too
 */
public record Checkpoints(Path file, int everySteps) {
    public Checkpoints {
        if (everySteps < 1) {
            throw new IllegalArgumentException("a checkpoint is written every 1 or more steps, not " + everySteps);
        }
    }

    boolean isDue(int step) {
        return step % everySteps == 0;
    }
}
