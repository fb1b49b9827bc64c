package org.stratigraph.core.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.Target;

/**
 * A sample in front of a model, for metrics to ask about. Immutable.
 *
 * @param model open as long as the case is used
 * @param sample as the data source gives it: boxes and masks are in the pixels of its picture
 * @param view the picture as the network sees it, resized and cropped
 * @param input the view, normalised, (C, H, W)
 * @param target what is asked about it: the model's own answer, unless the user chose another
 * @param memory what passes may use
 */
public record Case(Model model, Sample sample, RgbImage view, Tensor input, Target target, MemoryBudget memory) {
    /** The sample as it is. */
    public static Case of(Model model, Sample sample, RgbImage view, Target target, MemoryBudget memory) {
        return new Case(model, sample, view, model.preprocessing().normalise(view), target, memory);
    }

    /** The question about the picture as it is. */
    public Question asIs() {
        return new Question(input, target);
    }

    /** The same about another picture of that size. */
    public Question about(RgbImage changed, Target asked) {
        return new Question(model.preprocessing().normalise(changed), asked);
    }

    /**
     * Refuses a map that does not say something of every pixel of the input.
     *
     * @throws IllegalArgumentException if it has another size
     */
    public void requireSize(SaliencyMap map) {
        if (map.height() != input.dimension(1) || map.width() != input.dimension(2)) {
            throw new IllegalArgumentException("a map of " + map.height() + " x " + map.width()
                    + " scores cannot be judged on an input of " + input.dimension(1) + " x " + input.dimension(2)
                    + "; upsample it to the input's size");
        }
    }

    /**
     * What the model says of many versions of the input: their logits, (N, K). They run in batches as large as the memory
     * budget allows, and only one batch of them is there at a time.
     *
     * @param count how many versions there are, at least 1
     * @param versions asked for each from 0 upward, once; of the input's shape
     */
    public Tensor logits(int count, IntFunction<Tensor> versions) {
        Network network = model.network();
        int rows = memory.rows(network.footprint(input.shape()).bytesFrom(network.input()));
        List<Tensor> logits = new ArrayList<>(count);
        for (int from = 0; from < count; from += rows) {
            List<Tensor> batch = IntStream.range(from, from + Math.min(rows, count - from))
                    .mapToObj(versions)
                    .toList();
            Tensor answers = network.logits(Tensor.stack(batch));
            IntStream.range(0, batch.size()).mapToObj(answers::slice).forEach(logits::add);
        }
        return Tensor.stack(logits);
    }
}
