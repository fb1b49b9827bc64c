package org.stratigraph.core.network;

import java.util.OptionalInt;

/**
 * The number of a network's output that is explained, for one image: a class's logit, its log-softmax, or how far one
 * class's logit lies above another's. Immutable.
 *
 * @param index the class
 * @param against the class that it is held against; then the scale makes no difference, because the normaliser of the
 *     softmax cancels
 * @param scale whether the logit counts or its log-softmax
 */
public record Target(int index, OptionalInt against, Scale scale) {
    // The four-point Gauss-Legendre rule, on panels in which no two logits move apart by more than a half.
    private static final int PANELS_PER_UNIT = 2;
    private static final int MOST_PANELS = 4096;
    private static final double[] NODES = {
        0.06943184420297371, 0.33000947820757187, 0.6699905217924281, 0.9305681557970263
    };
    private static final double[] WEIGHTS = {
        0.17392742256872692, 0.3260725774312731, 0.3260725774312731, 0.17392742256872692
    };

    /** What is read off the logits. */
    public enum Scale {
        /** The logit itself, the default. */
        LOGIT,
        /** The logarithm of the softmax over all classes. */
        LOG_SOFTMAX
    }

    /** One class's logit. */
    public static Target logit(int index) {
        return new Target(index, OptionalInt.empty(), Scale.LOGIT);
    }

    /** This class held against another: what speaks for the one rather than the other. */
    public Target minus(int other) {
        return new Target(index, OptionalInt.of(other), scale);
    }

    /** The same class on a scale. */
    public Target on(Scale other) {
        return new Target(index, against, other);
    }

    /**
     * Checks that the classes exist.
     *
     * @throws IllegalArgumentException if one does not; the message says which do
     */
    void check(int classes) {
        check(index, classes);
        against.ifPresent(other -> check(other, classes));
    }

    private static void check(int index, int classes) {
        if (index < 0 || index >= classes) {
            throw new IllegalArgumentException("no class " + index + "; this network has 0 to " + (classes - 1));
        }
    }

    /**
     * The number explained, f(x), for one image's logits.
     *
     * @throws IllegalArgumentException if a class does not exist
     */
    public double value(float[] logits) {
        check(logits.length);
        if (against.isPresent()) {
            return (double) logits[index] - logits[against.getAsInt()];
        }
        return scale == Scale.LOGIT ? logits[index] : logits[index] - LogSumExp.of(logits);
    }

    /** Its derivative by every logit. */
    double[] gradient(float[] logits) {
        double[] gradient = new double[logits.length];
        if (normalised()) {
            addSoftmax(gradient, logits, logits, 0, -1);
        }
        gradient[index] += 1;
        against.ifPresent(other -> gradient[other] -= 1);
        return gradient;
    }

    /**
     * What each logit's difference from a reference counts, so that the products sum to the difference of the values: the
     * derivative, for log-softmax averaged along the straight way from the reference's logits.
     */
    double[] multiplier(float[] logits, float[] reference) {
        if (!normalised()) {
            return gradient(logits);
        }
        double[] multiplier = new double[logits.length];
        int panels = panels(logits, reference);
        for (int panel = 0; panel < panels; panel++) {
            for (int i = 0; i < NODES.length; i++) {
                addSoftmax(multiplier, logits, reference, (panel + NODES[i]) / panels, -WEIGHTS[i] / panels);
            }
        }
        multiplier[index] += 1;
        return multiplier;
    }

    private static int panels(float[] logits, float[] reference) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < logits.length; i++) {
            double moved = (double) logits[i] - reference[i];
            least = Math.min(least, moved);
            most = Math.max(most, moved);
        }
        return (int) Math.max(1, Math.min(MOST_PANELS, Math.ceil(PANELS_PER_UNIT * (most - least))));
    }

    private boolean normalised() {
        return scale == Scale.LOG_SOFTMAX && against.isEmpty();
    }

    /** Adds a multiple of the softmax at a point on the way from the logits, at 0, to the others, at 1. */
    private static void addSoftmax(double[] sum, float[] logits, float[] others, double way, double factor) {
        double[] point = new double[logits.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = logits[i] + way * ((double) others[i] - logits[i]);
        }
        double normaliser = LogSumExp.of(point);
        for (int i = 0; i < point.length; i++) {
            sum[i] += factor * Math.exp(point[i] - normaliser);
        }
    }
}
