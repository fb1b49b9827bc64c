package org.stratigraph.core.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Percentile intervals (Efron, 1979): what a statistic becomes when the samples are drawn again, with replacement, from
 * themselves. The same numbers every time.
 */
public final class Bootstrap {
    private static final int RESAMPLES = 2000;
    private static final double TAIL = 0.025;
    private static final long SEED = 1;

    private Bootstrap() {}

    /** The mean of at least one value. */
    public static Interval mean(double[] values) {
        return of(values.length, drawn -> {
            double sum = 0;
            for (int index : drawn) {
                sum += values[index];
            }
            return sum / drawn.length;
        });
    }

    /**
     * Any statistic of samples.
     *
     * @param samples how many there are, at least 1
     * @param statistic of the samples of these numbers, some of which may come several times
     */
    public static Interval of(int samples, ToDoubleFunction<int[]> statistic) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] resampled = new double[RESAMPLES];
        int[] drawn = new int[samples];
        for (int i = 0; i < RESAMPLES; i++) {
            for (int k = 0; k < samples; k++) {
                drawn[k] = random.nextInt(samples);
            }
            resampled[i] = statistic.applyAsDouble(drawn);
        }
        Arrays.sort(resampled);
        double value = statistic.applyAsDouble(IntStream.range(0, samples).toArray());
        int cut = (int) Math.round(TAIL * RESAMPLES);
        return new Interval(value, resampled[cut], resampled[RESAMPLES - 1 - cut]);
    }
}
