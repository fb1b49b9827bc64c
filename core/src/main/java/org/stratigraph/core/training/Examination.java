package org.stratigraph.core.training;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.core.spi.Samples;

/** Counts how many pictures a model puts into the right class. */
public final class Examination {
    private static final int BATCH = 32;

    private Examination() {}

    /**
     * Classifies the first pictures of a split.
     *
     * @param count how many; all, if there are fewer
     * @throws IOException if one cannot be read
     */
    public static Accuracy of(Model model, Samples samples, int count) throws IOException {
        int images = Math.min(count, samples.size());
        int right = 0;
        for (int first = 0; first < images; first += BATCH) {
            List<Tensor> inputs = new ArrayList<>();
            int[] labels = new int[Math.min(BATCH, images - first)];
            for (int i = 0; i < labels.length; i++) {
                Sample sample = samples.sample(first + i);
                inputs.add(model.preprocessing().apply(sample.image()));
                labels[i] = sample.label();
            }
            right += right(model.network().logits(Tensor.stack(inputs)), labels);
        }
        return new Accuracy(right, images);
    }

    /** How many rows of logits (N, K) have their largest number at the label. */
    static int right(Tensor logits, int[] labels) {
        int[] answers = answers(logits);
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            right += answers[i] == labels[i] ? 1 : 0;
        }
        return right;
    }

    /** Where each row of logits (N, K) has its largest number; the first of equal ones. */
    static int[] answers(Tensor logits) {
        return IntStream.range(0, logits.dimension(0))
                .map(row -> largest(logits.slice(row).values()))
                .toArray();
    }

    private static int largest(FloatBuffer logits) {
        int largest = 0;
        for (int k = 1; k < logits.remaining(); k++) {
            if (logits.get(k) > logits.get(largest)) {
                largest = k;
            }
        }
        return largest;
    }
}
