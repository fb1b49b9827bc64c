package org.stratigraph.core.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.spi.Implant;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.core.spi.Samples;

/**
 * How a model answers to triggers that it was or was not taught. Immutable.
 *
 * @param clean the accuracy on the pictures as they are
 * @param success for each trigger alone, how many pictures of other classes get its label
 * @param answers rows of counts, one count per class: the answers to the pictures as they are, to each trigger alone, and, if
 *     there are several, to all at once
 */
public record AttackReport(Accuracy clean, List<Accuracy> success, List<List<Integer>> answers) {
    private static final int BATCH = 32;

    public AttackReport {
        success = List.copyOf(success);
        answers = answers.stream().map(List::copyOf).toList();
    }

    /**
     * Asks a model about the first pictures of a split.
     *
     * @param count how many; all, if there are fewer
     * @throws IOException if one cannot be read
     */
    public static AttackReport of(Model model, Samples samples, List<Implant> implants, int count) throws IOException {
        int images = Math.min(count, samples.size());
        List<List<Implant>> variants = variants(implants);
        int[] labels = new int[images];
        int[][] predicted = new int[variants.size()][images];
        for (int first = 0; first < images; first += BATCH) {
            List<RgbImage> views = new ArrayList<>();
            for (int i = first; i < Math.min(first + BATCH, images); i++) {
                Sample sample = samples.sample(i);
                labels[i] = sample.label();
                views.add(model.preprocessing().view(sample.image()));
            }
            for (int variant = 0; variant < predicted.length; variant++) {
                int[] some = answers(model, views, variants.get(variant));
                System.arraycopy(some, 0, predicted[variant], first, some.length);
            }
        }
        return report(labels, predicted, implants, model.labels().names().size());
    }

    /** No trigger, each alone, and all of several. */
    private static List<List<Implant>> variants(List<Implant> implants) {
        List<List<Implant>> variants = new ArrayList<>();
        variants.add(List.of());
        implants.forEach(implant -> variants.add(List.of(implant)));
        if (implants.size() > 1) {
            variants.add(implants);
        }
        return variants;
    }

    private static int[] answers(Model model, List<RgbImage> views, List<Implant> implants) {
        List<Tensor> inputs = views.stream()
                .map(view -> model.preprocessing().normalise(stamped(view, implants)))
                .toList();
        return Examination.answers(model.network().logits(Tensor.stack(inputs)));
    }

    private static RgbImage stamped(RgbImage view, List<Implant> implants) {
        RgbImage stamped = view;
        for (Implant implant : implants) {
            stamped = implant.trigger().stamp(stamped);
        }
        return stamped;
    }

    private static AttackReport report(int[] labels, int[][] predicted, List<Implant> implants, int classes) {
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            right += predicted[0][i] == labels[i] ? 1 : 0;
        }
        List<Accuracy> success = new ArrayList<>();
        for (int implant = 0; implant < implants.size(); implant++) {
            success.add(success(
                    labels, predicted[1 + implant], implants.get(implant).label()));
        }
        List<List<Integer>> answers = new ArrayList<>();
        for (int[] row : predicted) {
            answers.add(counts(row, classes));
        }
        return new AttackReport(new Accuracy(right, labels.length), success, answers);
    }

    private static Accuracy success(int[] labels, int[] predicted, int label) {
        int attacked = 0;
        int taken = 0;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != label) { // a picture of that class would get it anyway
                attacked++;
                taken += predicted[i] == label ? 1 : 0;
            }
        }
        if (attacked == 0) {
            throw new IllegalArgumentException("all " + labels.length + " pictures are of class " + label
                    + ", so its trigger cannot be seen to work");
        }
        return new Accuracy(taken, attacked);
    }

    private static List<Integer> counts(int[] predicted, int classes) {
        Integer[] counts = new Integer[classes];
        Arrays.fill(counts, 0);
        for (int answer : predicted) {
            counts[answer]++;
        }
        return List.of(counts);
    }
}
