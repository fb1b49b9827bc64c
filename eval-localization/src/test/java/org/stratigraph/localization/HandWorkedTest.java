package org.stratigraph.localization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.spi.Case;
import org.stratigraph.core.spi.Direction;
import org.stratigraph.core.spi.Metric;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.core.spi.SampleObject;

/** Scores worked out by hand, and which samples are left out. */
class HandWorkedTest {
    /** 2 rows of 3: positive are 4, 1, 2 and 3, together 10. */
    private static final SaliencyMap MAP = new SaliencyMap(2, 3, new float[] {4, -9, 1, 2, 3, -1});

    private static Cases cases;

    @BeforeAll
    static void open() {
        cases = new Cases();
    }

    @AfterAll
    static void close() {
        cases.close();
    }

    @Test
    void energy_counts_the_union_of_the_boxes_once() {
        Case sample = cases.exactly(2, 3, Cases.boxed(0, 0, 0, 1, 1), Cases.boxed(0, 0, 0, 1, 2));

        assertThat(score("energy-pointing-game", sample, MAP)).isEqualTo(6 / 10.0); // 4 and 2
    }

    @Test
    void energy_leaves_negative_scores_out_above_and_below() {
        Case sample = cases.exactly(2, 3, Cases.boxed(0, 1, 0, 2, 2));

        assertThat(score("energy-pointing-game", sample, MAP)).isEqualTo(3 / 10.0); // -9 and 3
    }

    @ParameterizedTest
    @ValueSource(strings = {"energy-pointing-game", "pointing-game", "relevance-mass", "relevance-rank"})
    void objects_are_the_asked_classs_or_all(String name) {
        Case other = cases.exactly(2, 3, Cases.masked(1, 2, 3, 0, 3));

        assertThat(Parts.metric(name).better()).isEqualTo(Direction.HIGHER);
        assertThat(Parts.metric(name).questions(other)).isEmpty();
        assertThat(Parts.metric(name + ":objects=all").questions(other)).containsExactly(other.asIs());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score(name, other, MAP))
                .withMessageContaining("black");
    }

    @Test
    void with_all_objects_energy_on_any_of_them_counts() {
        Case both = cases.exactly(2, 3, Cases.boxed(0, 0, 0, 1, 1), Cases.boxed(2, 2, 0, 3, 1));

        assertThat(score("energy-pointing-game", both, MAP)).isEqualTo(4 / 10.0);
        assertThat(score("energy-pointing-game:objects=all", both, MAP)).isEqualTo(5 / 10.0);
    }

    /** The picture is of class 2, and asked about is class 0. */
    @Test
    void with_the_labels_objects_the_question_does_not_matter() {
        Case asked = cases.exactly(2, 3, Cases.boxed(0, 0, 0, 1, 1), Cases.boxed(2, 2, 0, 3, 1));
        Sample dog = new Sample("dog", asked.sample().image(), 2, asked.sample().objects());
        Case both = new Case(asked.model(), dog, asked.view(), asked.input(), asked.target(), asked.memory());

        assertThat(score("energy-pointing-game:objects=label", both, MAP)).isEqualTo(1 / 10.0);
        assertThat(score("energy-pointing-game:objects=target", both, MAP)).isEqualTo(4 / 10.0);
    }

    /** 3 of 6 pixels are half of them, 4 are more. */
    @Test
    void boxes_over_more_than_the_largest_share_leave_the_sample_out() {
        Case half = cases.exactly(2, 3, Cases.boxed(0, 0, 0, 3, 1));
        Case more = cases.exactly(2, 3, Cases.boxed(0, 0, 0, 2, 2));

        assertThat(Parts.metric("energy-pointing-game").questions(half)).hasSize(1);
        assertThat(Parts.metric("energy-pointing-game").questions(more)).isEmpty();
        assertThat(Parts.metric("energy-pointing-game:largest=0.7").questions(more))
                .hasSize(1);
        assertThat(Parts.metric("pointing-game").questions(more)).hasSize(1);
    }

    /** The maximum is at row 0 and column 0, the box begins at row 3 and column 4: 5 pixels away. */
    @ParameterizedTest
    @CsvSource({"0, 0", "4, 0", "5, 1", "15, 1"})
    void the_maximum_may_be_off_the_box_by_the_tolerance(int tolerance, double score) {
        float[] values = new float[8 * 8];
        values[0] = 1;
        Case sample = cases.exactly(8, 8, Cases.boxed(0, 4, 3, 8, 8));

        assertThat(score("pointing-game:tolerance=" + tolerance, sample, new SaliencyMap(8, 8, values)))
                .isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "5, 0"})
    void of_equal_maxima_the_first_points(int boxAt, double score) {
        SaliencyMap even = new SaliencyMap(2, 3, new float[] {7, 0, 0, 0, 0, 7});
        Case sample = cases.exactly(2, 3, Cases.boxed(0, boxAt % 3, boxAt / 3, boxAt % 3 + 1, boxAt / 3 + 1));

        assertThat(score("pointing-game:tolerance=0", sample, even)).isEqualTo(score);
    }

    @Test
    void mass_is_the_energy_on_the_pixels_of_the_object_not_in_its_box() {
        Case corners = cases.exactly(2, 3, Cases.masked(0, 2, 3, 0, 5));

        assertThat(score("relevance-mass", corners, MAP)).isEqualTo(4 / 10.0);
    }

    /** From high to low the pixels are 0 (4), 4 (3), 3 (2), 2 (1), 5 (-1), 1 (-9). */
    @ParameterizedTest
    @CsvSource({"0 5, 0.5", "0 4, 1", "1 5, 0", "0 3 5 4, 0.75"})
    void rank_is_the_share_of_the_highest_pixels_that_the_object_holds(String pixels, double score) {
        int[] object =
                Arrays.stream(pixels.split(" ")).mapToInt(Integer::parseInt).toArray();

        assertThat(score("relevance-rank", cases.exactly(2, 3, Cases.masked(0, 2, 3, object)), MAP))
                .isEqualTo(score);
    }

    @ParameterizedTest
    @ValueSource(strings = {"relevance-mass", "relevance-rank"})
    void an_object_without_a_mask_leaves_the_sample_out(String name) {
        SampleObject masked = Cases.masked(0, 2, 3, 0);

        assertThat(Parts.metric(name).questions(cases.exactly(2, 3, Cases.boxed(0, 0, 0, 1, 1))))
                .isEmpty();
        assertThat(Parts.metric(name).questions(cases.exactly(2, 3, masked, Cases.boxed(0, 0, 0, 1, 1))))
                .isEmpty();
        assertThat(Parts.metric(name).questions(cases.exactly(2, 3, masked, Cases.boxed(1, 0, 0, 1, 1))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"energy-pointing-game", "pointing-game", "relevance-mass", "relevance-rank"})
    void a_sample_without_objects_is_left_out(String name) {
        assertThat(Parts.metric(name + ":objects=all").questions(cases.exactly(2, 3)))
                .isEmpty();
    }

    private static double score(String typed, Case sample, SaliencyMap map) {
        Metric metric = Parts.metric(typed);
        return metric.score(sample, List.of(map)).value();
    }
}
