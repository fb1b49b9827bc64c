package org.stratigraph.perturbation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.spi.Case;
import org.stratigraph.core.spi.Curve;
import org.stratigraph.core.spi.Score;

/**
 * Worked out by hand: a picture of one channel, 2 x 2, whose first logit is the sum of its pixels and whose second is 5.5.
 * With 1, 2, 3 and 4 the sum is 10; it must fall below 5.5 to change the decision.
 */
class HandWorkedTest {
    private static final float[] PIXELS = {1, 2, 3, 4};
    private static final SaliencyMap MAP = new SaliencyMap(2, 2, PIXELS);
    private static final String QUARTERS = "steps=4,fine=false";

    private final LinearModel model =
            new LinearModel(new float[][] {{1, 1, 1, 1}, {0, 0, 0, 0}}, new float[] {0, 5.5f});

    @AfterEach
    void close() {
        model.close();
    }

    private Case sample(int target) {
        return model.sample(target, PIXELS, 1, 2, 2);
    }

    private Score score(String typed) {
        return Parts.metric(typed).score(sample(0), List.of(MAP));
    }

    /** Sums 10, 9, 7, 4, 0: the area is (1/2 + 1) / 4. */
    @Test
    void lerf() {
        Score score = score("lerf:" + QUARTERS);
        assertThat(score.value()).isEqualTo(0.375);
        assertThat(score.curves()).extracting(Curve::name).containsExactly("decision-change", "target-probability");
        assertThat(score.curves().get(0).places()).containsExactly(0.0, 0.25, 0.5, 0.75, 1.0);
        assertThat(score.curves().get(0).values()).containsExactly(0.0, 0.0, 0.0, 1.0, 1.0);
        assertProbabilities(score.curves().get(1), 10, 9, 7, 4, 0);
    }

    /** Sums 10, 6, 3, 1, 0: the area is (1/2 + 1 + 1) / 4. */
    @Test
    void morf() {
        Score score = score("morf:" + QUARTERS);
        assertThat(score.value()).isEqualTo(0.625);
        assertThat(score.curves().get(0).values()).containsExactly(0.0, 0.0, 1.0, 1.0, 1.0);
        assertProbabilities(score.curves().get(1), 10, 6, 3, 1, 0);
    }

    @Test
    void deletion() {
        Score score = score("deletion:" + QUARTERS);
        assertThat(score.curves()).extracting(Curve::name).containsExactly("target-probability");
        assertProbabilities(score.curves().get(0), 10, 6, 3, 1, 0);
        assertThat(score.value()).isCloseTo(area(10, 6, 3, 1, 0), within(1e-6));
    }

    /** From nothing: 4 comes back first. */
    @Test
    void insertion() {
        Score score = score("insertion:fill=zero," + QUARTERS);
        assertProbabilities(score.curves().get(0), 0, 4, 7, 9, 10);
        assertThat(score.value()).isCloseTo(area(0, 4, 7, 9, 10), within(1e-6));
    }

    /** The mean is 2.5, so the sums are 10, 11.5, 12, 11.5 and 10 again. */
    @Test
    void filled_with_the_mean_the_decision_stays() {
        Score score = score("lerf:fill=mean," + QUARTERS);
        assertThat(score.value()).isZero();
        assertProbabilities(score.curves().get(1), 10, 11.5, 12, 11.5, 10);
    }

    @Test
    void the_probability_is_that_of_the_class_asked_about_and_the_decision_the_networks_own() {
        Score score = Parts.metric("morf:" + QUARTERS).score(sample(1), List.of(MAP));
        assertThat(score.value()).isEqualTo(0.625);
        assertThat(score.curves().get(1).values().get(0)).isCloseTo(1 - sigmoid(10 - 5.5), within(1e-6));
    }

    /** All on one pixel of a hundred: it goes with the first percent, or with the first five. */
    @Test
    void the_area_takes_the_steps_as_wide_as_they_are() {
        float[] one = new float[100];
        one[37] = 1;
        float[] nothing = new float[100];
        try (LinearModel pixel = new LinearModel(new float[][] {one, nothing}, new float[] {0, 0.5f})) {
            Case sample = pixel.sample(0, one, 1, 10, 10);
            List<SaliencyMap> map = List.of(new SaliencyMap(10, 10, one));
            assertThat(Parts.metric("morf").score(sample, map).value()).isCloseTo(0.995, within(1e-12));
            assertThat(Parts.metric("morf:fine=false").score(sample, map).value())
                    .isCloseTo(0.975, within(1e-12));
        }
    }

    /** A blank map takes the upper row first, whichever end it starts from: 10, 7, 0 in halves. */
    @Test
    void ties_go_from_the_upper_left() {
        SaliencyMap blank = new SaliencyMap(2, 2, new float[4]);
        for (String typed : List.of("lerf", "morf")) {
            Score score = Parts.metric(typed + ":steps=2,fine=false").score(sample(0), List.of(blank));
            assertProbabilities(score.curves().get(1), 10, 7, 0);
        }
    }

    @Test
    void a_map_of_another_size_is_refused_with_both_sizes() {
        SaliencyMap wide = new SaliencyMap(1, 4, PIXELS);
        for (String typed : List.of("lerf", "morf", "deletion", "insertion")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Parts.metric(typed).score(sample(0), List.of(wide)))
                    .withMessage("a map of 1 x 4 scores cannot be judged on an input of 2 x 2; "
                            + "upsample it to the input's size");
        }
    }

    @Test
    void a_class_that_does_not_exist_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parts.metric("deletion").score(sample(2), List.of(MAP)))
                .withMessageContaining("no class 2");
    }

    private static void assertProbabilities(Curve curve, double... sums) {
        assertThat(curve.values()).hasSize(sums.length);
        for (int step = 0; step < sums.length; step++) {
            assertThat(curve.values().get(step)).as("step %d", step).isCloseTo(sigmoid(sums[step] - 5.5), within(1e-6));
        }
    }

    private static double area(double... sums) {
        double[] p = DoubleStream.of(sums).map(sum -> sigmoid(sum - 5.5)).toArray();
        return (p[0] / 2 + p[1] + p[2] + p[3] + p[4] / 2) / 4;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
