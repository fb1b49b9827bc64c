package org.stratigraph.core.training;

import java.util.List;

/**
 * Everything that decides what a training arrives at, beside the data and the weights it starts from: the same plan gives
 * the same numbers on the same machine. Immutable.
 *
 * @param steps how often the weights change, at least 1
 * @param batch pictures a step, at least 1; batch norms need 2
 * @param rate how far the weights change
 * @param seed chooses the order of the pictures, their augmentation and what dropout drops
 * @param augmentation what is done to the pictures
 * @param frozen layers that work as after training and stay as they are: a name, or what names begin with before a dot
 *     ({@code layer1}); a frozen dropout drops nothing
 */
public record TrainingPlan(
        int steps, int batch, LearningRate rate, long seed, Augmentation augmentation, List<String> frozen) {
    public TrainingPlan {
        if (steps < 1 || batch < 1) {
            throw new IllegalArgumentException(
                    "a training has at least one step of one picture, not " + steps + " of " + batch);
        }
        frozen = List.copyOf(frozen);
    }

    /** Whether a layer stays as it is. */
    boolean freezes(String layer) {
        return frozen.stream().anyMatch(name -> isUnder(name, layer));
    }

    /** Whether a layer is the one named, or a part of it. */
    static boolean isUnder(String name, String layer) {
        return layer.equals(name) || layer.startsWith(name + ".");
    }
}
