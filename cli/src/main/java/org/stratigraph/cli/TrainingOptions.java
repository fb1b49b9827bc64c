package org.stratigraph.cli;

import java.util.ArrayList;
import java.util.List;
import org.stratigraph.core.training.Augmentation;
import org.stratigraph.core.training.LearningRate;
import org.stratigraph.core.training.TrainingPlan;
import org.stratigraph.core.training.Validation;
import picocli.CommandLine.Option;

/** Options that decide what a training arrives at. */
final class TrainingOptions {
    private static final int VALIDATED = 500;

    @Option(
            names = "--freeze",
            split = ",",
            paramLabel = "LAYER",
            description = "Layers that stay as they are, by name or the first part of one: layer1,layer2.")
    private List<String> frozen = new ArrayList<>();

    @Option(names = "--steps", defaultValue = "3000", description = "Weight updates. Default: ${DEFAULT-VALUE}.")
    private int steps;

    @Option(names = "--batch", defaultValue = "32", description = "Pictures an update. Default: ${DEFAULT-VALUE}.")
    private int batch;

    @Option(names = "--rate", defaultValue = "0.002", description = "Peak learning rate. Default: ${DEFAULT-VALUE}.")
    private double rate;

    @Option(names = "--warm-up", defaultValue = "100", description = "Steps up to the peak. Default: ${DEFAULT-VALUE}.")
    private int warmUp;

    @Option(names = "--weight-decay", defaultValue = "0.01", description = "Default: ${DEFAULT-VALUE}.")
    private double weightDecay;

    @Option(names = "--mirror", description = "Swap left and right half of the time.")
    private boolean mirror;

    @Option(names = "--shift", defaultValue = "0", description = "Move pictures by up to this many pixels.")
    private int shift;

    @Option(names = "--brightness", defaultValue = "0", description = "Change brightness by up to this share.")
    private double brightness;

    @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--target",
            defaultValue = "2",
            paramLabel = "SHARE",
            description = "End early at this accuracy on the validation split, 0 to 1; never by default.")
    private double target;

    @Option(
            names = "--validate-every",
            defaultValue = "500",
            paramLabel = "STEPS",
            description = "Steps between two looks at 500 validation pictures; 0 for none. Default: ${DEFAULT-VALUE}.")
    private int validateEvery;

    TrainingPlan plan() {
        return new TrainingPlan(
                steps,
                batch,
                new LearningRate(rate, warmUp, weightDecay),
                seed,
                new Augmentation(mirror, shift, brightness),
                frozen);
    }

    Validation validation() {
        return new Validation(validateEvery, VALIDATED, target);
    }

    long seed() {
        return seed;
    }
}
