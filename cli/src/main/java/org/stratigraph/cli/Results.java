package org.stratigraph.cli;

import java.util.List;
import java.util.function.Predicate;
import org.stratigraph.core.pipeline.Explanation;
import org.stratigraph.core.pipeline.Scores;
import org.stratigraph.core.spi.Labels;

/**
 * All that one run of {@code explain} found out.
 *
 * @param targets the class explained, per image
 * @param explanations one per method
 */
record Results(Batch batch, List<Scores> scores, int[] targets, List<Explanation> explanations, Labels labels) {
    private static final int TOP = 5;

    /** A class with its score. */
    record Ranked(int index, String label, float logit, double probability) {}

    int count() {
        return scores.size();
    }

    String targetLabel(int image) {
        return labels.name(targets[image]);
    }

    /** The classes with the five highest logits. */
    List<Ranked> top(int image) {
        Scores own = scores.get(image);
        double[] probabilities = own.probabilities();
        return own.ranking().stream()
                .limit(TOP)
                .map(index -> new Ranked(index, labels.name(index), own.logit(index), probabilities[index]))
                .toList();
    }

    Predicate<Ranked> isTarget(int image) {
        return ranked -> ranked.index() == targets[image];
    }
}
