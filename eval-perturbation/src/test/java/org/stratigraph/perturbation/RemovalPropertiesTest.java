package org.stratigraph.perturbation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.spi.Metric;
import org.stratigraph.core.spi.Score;

/** What is true of any grid, and of the metrics for any map. */
class RemovalPropertiesTest {
    private static final int HEIGHT = 4;
    private static final int WIDTH = 5;

    @Property(tries = 200)
    void counts_are_the_exact_products_rounded_half_up(
            @ForAll @IntRange(min = 1, max = 400) int steps, @ForAll @IntRange(min = 1, max = 100_000) int pixels) {
        int[] counts = new RemovalGrid(steps, false).counts(pixels);
        for (int step = 0; step <= steps; step++) {
            assertThat(counts[step])
                    .isEqualTo(BigDecimal.valueOf((long) step * pixels)
                            .divide(BigDecimal.valueOf(steps), 0, RoundingMode.HALF_UP)
                            .intValueExact());
        }
    }

    @Property(tries = 200)
    void counts_go_with_the_shares(
            @ForAll @IntRange(min = 1, max = 400) int steps,
            @ForAll boolean fine,
            @ForAll @IntRange(min = 1, max = 100_000) int pixels) {
        RemovalGrid grid = new RemovalGrid(steps, fine);
        int[] counts = grid.counts(pixels);
        assertThat(grid.shares()).hasSize(counts.length).isSorted().doesNotHaveDuplicates();
        for (int step = 0; step < counts.length; step++) {
            assertThat((double) counts[step]).isCloseTo(grid.shares().get(step) * pixels, within(0.5 + 1e-6));
        }
    }

    @Property(tries = 100)
    void chance_decides_between_equals_alone(@ForAll("ties") float[] scores, @ForAll long seed) {
        SaliencyMap map = new SaliencyMap(HEIGHT, WIDTH, scores);
        for (First first : First.values()) {
            int[] seeded = Ties.SEEDED.order(map, first, new Random(seed));
            int[] rowMajor = first.order(map);
            assertThat(seeded).containsExactlyInAnyOrder(rowMajor);
            for (int rank = 0; rank < seeded.length; rank++) {
                assertThat(map.at(seeded[rank])).isEqualTo(map.at(rowMajor[rank]));
            }
        }
    }

    @Property(tries = 50)
    void scores_and_curves_lie_between_0_and_1_and_decisions_start_unchanged(
            @ForAll("ties") float[] scores, @ForAll("metrics") String typed) {
        Score score = score(typed, scores);
        assertThat(score.value()).isBetween(0.0, 1.0);
        score.curves().forEach(curve -> {
            assertThat(curve.values()).as(curve.name()).allMatch(value -> value >= 0 && value <= 1);
            if (curve.name().equals("decision-change")) {
                assertThat(curve.values()).startsWith(0.0).containsAnyOf(0.0, 1.0);
            }
        });
    }

    @Property(tries = 50)
    void only_the_order_of_scores_matters(
            @ForAll("ties") float[] scores,
            @ForAll("metrics") String typed,
            @ForAll @IntRange(min = -60, max = 60) int power,
            @ForAll @IntRange(min = -100, max = 100) int shift) {
        float[] scaled = scores.clone();
        float[] shifted = scores.clone();
        for (int pixel = 0; pixel < scores.length; pixel++) {
            scaled[pixel] = Math.scalb(scores[pixel], power);
            shifted[pixel] += shift;
        }
        assertThat(score(typed, scaled)).isEqualTo(score(typed, scores));
        assertThat(score(typed, shifted)).isEqualTo(score(typed, scores));
    }

    @Property(tries = 50)
    void lerf_is_morf_of_the_map_turned_round_ties_or_not(@ForAll("ties") float[] scores) {
        assertThat(score("lerf", scores)).isEqualTo(score("morf", negative(scores)));
    }

    /** Where no scores are equal and no count is rounded, restoring undoes removing. */
    @Property(tries = 50)
    void insertion_is_the_deletion_of_the_map_turned_round_read_backwards(
            @ForAll("permutations") float[] scores, @ForAll("fills") String fill) {
        String settings = ":fine=false,steps=10,fill=" + fill;
        List<Double> inserted = values(score("insertion" + settings, scores));
        List<Double> deleted = values(score("deletion" + settings, negative(scores)));
        Collections.reverse(deleted);
        assertThat(inserted).hasSize(11);
        for (int step = 0; step < 11; step++) {
            assertThat(inserted.get(step)).isCloseTo(deleted.get(step), within(1e-6));
        }
    }

    private static List<Double> values(Score score) {
        return new ArrayList<>(score.curves().get(0).values());
    }

    private static float[] negative(float[] scores) {
        float[] negative = scores.clone();
        for (int pixel = 0; pixel < negative.length; pixel++) {
            negative[pixel] = -negative[pixel];
        }
        return negative;
    }

    /** Of a picture of noise, three channels, in front of a linear model that tells three classes apart. */
    private static Score score(String typed, float[] scores) {
        Random random = new Random(9);
        float[] picture = new float[3 * HEIGHT * WIDTH];
        float[][] weights = new float[3][picture.length];
        for (int at = 0; at < picture.length; at++) {
            picture[at] = (float) random.nextGaussian();
            for (float[] row : weights) {
                row[at] = (float) random.nextGaussian() / 4;
            }
        }
        Metric metric = Parts.metric(typed);
        try (LinearModel model = new LinearModel(weights, new float[3])) {
            return metric.score(
                    model.sample(0, picture, 3, HEIGHT, WIDTH), List.of(new SaliencyMap(HEIGHT, WIDTH, scores)));
        }
    }

    /** Whole scores of few values. */
    @Provide
    Arbitrary<float[]> ties() {
        return Arbitraries.integers()
                .between(-3, 3)
                .map(Integer::floatValue)
                .array(float[].class)
                .ofSize(HEIGHT * WIDTH);
    }

    @Provide
    Arbitrary<float[]> permutations() {
        return Arbitraries.longs().map(seed -> {
            List<Integer> ranks = new ArrayList<>();
            for (int rank = 0; rank < HEIGHT * WIDTH; rank++) {
                ranks.add(rank);
            }
            Collections.shuffle(ranks, new Random(seed));
            float[] scores = new float[ranks.size()];
            for (int pixel = 0; pixel < scores.length; pixel++) {
                scores[pixel] = ranks.get(pixel);
            }
            return scores;
        });
    }

    @Provide
    Arbitrary<String> metrics() {
        return Arbitraries.of("lerf", "morf", "deletion", "insertion", "lerf:ties=seeded,seed=4", "morf:fill=linear");
    }

    @Provide
    Arbitrary<String> fills() {
        return Arbitraries.of("zero", "mean", "blur", "noise", "linear");
    }
}
