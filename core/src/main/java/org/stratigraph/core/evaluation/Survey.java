package org.stratigraph.core.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.stratigraph.core.pipeline.Explainer;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.core.spi.Samples;

/** An evaluation over many samples, a few at a time; how many does not change the scores. Immutable. */
public final class Survey {
    private static final int TOGETHER = 4;

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
        for (int from = 0; from < numbers.size(); from += TOGETHER) {
            int to = Math.min(from + TOGETHER, numbers.size());
            Map<Integer, Sample> read = read(numbers.subList(from, to), listener);
            if (!read.isEmpty()) {
                double before = from;
                Explainer.Listener within =
                        (share, doing) -> listener.at((before + share * (to - before)) / numbers.size(), doing);
                evaluation.score(read, target, within).forEach(listener::scored);
            }
            listener.at((double) to / numbers.size(), to + " of " + numbers.size() + " images");
        }
    }

    private Map<Integer, Sample> read(List<Integer> numbers, Listener listener) {
        Map<Integer, Sample> read = new LinkedHashMap<>();
        for (int number : numbers) {
            try {
                read.put(number, samples.sample(number));
            } catch (IOException unreadable) {
                listener.unreadable(number, unreadable);
            }
        }
        return read;
    }
}
