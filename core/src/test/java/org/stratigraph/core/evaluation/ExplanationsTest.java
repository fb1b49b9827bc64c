package org.stratigraph.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How often methods are asked, and about what: once about a picture, whoever wants to know, and never in vain. */
class ExplanationsTest {
    private static PlainEvaluations plain;

    @BeforeAll
    static void open() {
        plain = new PlainEvaluations();
    }

    @AfterAll
    static void close() {
        plain.close();
    }

    @Test
    void metrics_and_fusers_share_what_a_method_says_about_a_picture() {
        PlainParts.EXPLAINED.set(0);

        PlainEvaluations.outcome(
                plain.evaluation(List.of("level", "level | first", "level | last"), List.of("mean", "mean-again")), 0);

        assertThat(PlainParts.EXPLAINED).hasValue(1);
    }

    @Test
    void a_metric_may_ask_about_other_pictures_and_other_classes() {
        PlainParts.EXPLAINED.set(0);

        Outcome outcome = PlainEvaluations.outcome(plain.evaluation(List.of("level"), List.of("mean", "classes")), 0);

        assertThat(PlainParts.EXPLAINED).hasValue(1 + 2);
        assertThat(outcome.results())
                .extracting(result -> result.score().value())
                .containsExactly(2.0, 0 + 10 * 1.0);
    }

    @Test
    void a_sample_that_a_metric_can_say_nothing_of_is_left_out_of_that_metric_alone() {
        List<Outcome> outcomes =
                PlainEvaluations.outcomes(plain.evaluation(List.of("level"), List.of("mean", "odd")), 2);

        assertThat(outcomes).extracting(Outcome::leftOut).containsExactly(List.of("odd"), List.of());
        assertThat(outcomes).extracting(outcome -> outcome.results().size()).containsExactly(1, 2);
    }

    @Test
    void samples_of_which_nothing_can_be_said_cost_no_explanation() {
        PlainParts.EXPLAINED.set(0);

        Outcome outcome = PlainEvaluations.outcome(plain.evaluation(List.of("level"), List.of("odd")), 0);

        assertThat(outcome.leftOut()).containsExactly("odd");
        assertThat(PlainParts.EXPLAINED).hasValue(0);
    }
}
