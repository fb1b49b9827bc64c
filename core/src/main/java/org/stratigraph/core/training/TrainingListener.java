package org.stratigraph.core.training;

/** Hears how a training goes; called on the training's thread, between steps. */
@FunctionalInterface
public interface TrainingListener {
    void stepped(StepReport report);

    /** After a look at the validation split. */
    default void validated(int step, Accuracy accuracy) {}
}
