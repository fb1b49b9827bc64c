package org.stratigraph.core.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.stratigraph.core.pipeline.Explainer;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.core.spi.Samples;

/** An evaluation over many samples. Immutable. */
public final class Survey {
    private final Evaluation evaluation;
    private final Samples samples;
    private final SampleTarget target;

    /** @param target what is asked about each sample; metrics of implanted reasons ask about their own */
    public Survey(Evaluation evaluation, Samples samples, SampleTarget target) {
        this.evaluation = evaluation;
        this.samples = samples;
        this.target = target;
    }

    /** Hears what comes of the samples. */
    public interface Listener {
        /** A sample is done. */
        void scored(Outcome outcome);

        /** A sample cannot be read, and is left out. */
        void unreadable(int sample, IOException reason);

        /**
         * Some more is done.
         *
         * @param share of all, 0 ... 1
         * @param doing what is going on, in a few words
         * @throws RuntimeException to stop the work
         */
        void at(double share, String doing);
    }

    /**
     * Numbers of a split in an order drawn by chance, so that the first of them stand for all; a longer draw begins with a
     * shorter one.
     *
     * @param size of the split
     * @param limit how many; all, if there are fewer
     */
    public static List<Integer> draw(int size, int limit, long seed) {
        int[] order = IntStream.range(0, size).toArray();
        SplittableRandom random = new SplittableRandom(seed);
        List<Integer> drawn = new ArrayList<>();
        for (int i = 0; i < Math.min(limit, size); i++) { // Fisher and Yates, as far as needed
            int other = i + random.nextInt(size - i);
            drawn.add(order[other]);
            order[other] = order[i];
        }
        return drawn;
    }

    /** Scores the samples of these numbers. */
    public void over(List<Integer> numbers, Listener listener) {
        for (int i = 0; i < numbers.size(); i++) {
            int before = i;
            Explainer.Listener within = (share, doing) -> listener.at((before + share) / numbers.size(), doing);
            try {
                Sample sample = samples.sample(numbers.get(i));
                listener.scored(evaluation.score(numbers.get(i), sample, target, within));
            } catch (IOException unreadable) {
                listener.unreadable(numbers.get(i), unreadable);
            }
            listener.at((i + 1.0) / numbers.size(), i + 1 + " of " + numbers.size() + " images");
        }
    }
}
