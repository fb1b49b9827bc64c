package org.stratigraph.cli;

import java.util.List;
import java.util.function.Predicate;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.pipeline.Explanation;
import org.stratigraph.core.pipeline.Fused;
import org.stratigraph.core.pipeline.Scores;
import org.stratigraph.core.spi.Labels;

/**
 * All that one run of {@code explain} found out.
 *
 * @param targets what is explained, per image
 * @param explanations one per method
 * @param fused one per method and fuser
 */
record Results(
        Batch batch,
        List<Scores> scores,
        List<Target> targets,
        List<Explanation> explanations,
        List<Fused> fused,
        Labels labels) {
    private static final int TOP = 5;

    /** Results without fused maps. */
    Results(Batch batch, List<Scores> scores, List<Target> targets, List<Explanation> explanations, Labels labels) {
        this(batch, scores, targets, explanations, List.of(), labels);
    }

    /** A class with its score. */
    record Ranked(int index, String label, float logit, double probability) {}

    int count() {
        return scores.size();
    }

    /** What is explained, in words: {@code tiger}, {@code tiger - bull mastiff}, {@code log-softmax of tiger}. */
    String targetLabel(int image) {
        Target target = targets.get(image);
        String label = labels.name(target.index());
        if (target.against().isPresent()) {
            return label + " - " + labels.name(target.against().getAsInt());
        }
        return target.scale() == Target.Scale.LOGIT ? label : "log-softmax of " + label;
    }

    /** The same with the numbers of the classes. */
    String targetTitle(int image) {
        Target target = targets.get(image);
        String against = target.against().isPresent() ? " - " + target.against().getAsInt() : "";
        return "class " + target.index() + against + ", " + targetLabel(image);
    }

    /** What the fusers made of one method's maps. */
    List<Fused> fused(Explanation explanation) {
        return fused.stream()
                .filter(map -> map.method().equals(explanation.method()))
                .toList();
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
        return ranked -> ranked.index() == targets.get(image).index();
    }
}
