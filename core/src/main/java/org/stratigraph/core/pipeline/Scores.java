package org.stratigraph.core.pipeline;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One image's logits. Immutable.
 *
 * @param logits one per class; copied in and out
 */
public record Scores(float[] logits) {
    public Scores {
        logits = logits.clone();
    }

    @Override
    public float[] logits() {
        return logits.clone();
    }

    public float logit(int index) {
        return logits[index];
    }

    /** All classes, the highest logit first; of equal ones, the lower index. */
    public List<Integer> ranking() {
        return IntStream.range(0, logits.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer index) -> -logits[index]))
                .toList();
    }

    /** The softmax over all classes, 0 ... 1. */
    public double[] probabilities() {
        double highest = logits[ranking().get(0)];
        double[] shares = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.exp(logits[i] - highest);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }
}
