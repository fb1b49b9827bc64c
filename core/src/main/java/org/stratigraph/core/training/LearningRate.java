package org.stratigraph.core.training;

import ai.djl.training.tracker.Tracker;
import ai.djl.training.tracker.WarmUpTracker;

/**
 * How far a step goes: up from a tenth in a straight line, then down along a cosine to a hundredth. Immutable.
 *
 * @param peak the largest rate, above 0
 * @param warmUpSteps steps of the way up, at least 0
 * @param weightDecay how strongly filters shrink by themselves, relative to the rate
 */
public record LearningRate(double peak, int warmUpSteps, double weightDecay) {
    public LearningRate {
        if (!(peak > 0 && peak < 1e3) || warmUpSteps < 0 || !(weightDecay >= 0 && weightDecay < 1e3)) {
            throw new IllegalArgumentException("a learning rate above 0, warm-up steps and weight decay from 0 on; not "
                    + peak + ", " + warmUpSteps + ", " + weightDecay);
        }
    }

    /** The rate of each step of a training of so many steps, counted from 0. */
    Tracker over(int steps) {
        Tracker down = Tracker.cosine()
                .setBaseValue((float) peak)
                .optFinalValue((float) (peak / 100))
                .setMaxUpdates(Math.max(1, steps - warmUpSteps))
                .build();
        return Tracker.warmUp()
                .setMainTracker(down)
                .optWarmUpSteps(warmUpSteps)
                .optWarmUpBeginValue((float) (peak / 10))
                .optWarmUpMode(WarmUpTracker.Mode.LINEAR)
                .build();
    }
}
