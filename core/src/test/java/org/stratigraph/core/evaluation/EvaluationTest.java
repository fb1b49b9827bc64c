package org.stratigraph.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Sketch;
import org.stratigraph.core.spi.Model;

/** Subjects under metrics on a small network: what is judged, by which numbers, and what is refused. */
class EvaluationTest {
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
    void a_subject_is_judged_at_the_input_at_every_layer_of_its_probe_or_fused() {
        Evaluation evaluation = plain.evaluation(
                List.of("level", "level @ relus", "level @ relus | first", "level @ relus | last", "random"),
                List.of("mean"));

        assertThat(evaluation.entrants())
                .extracting(Entrant::name)
                .containsExactly(
                        "level @ input",
                        "level @ relu1",
                        "level @ relu2",
                        "level @ relus | first",
                        "level @ relus | last",
                        "random @ input");
    }

    /** The method gives every layer the target's class plus ten times the layer's place. */
    @Test
    void every_entrant_is_scored_by_its_own_maps() {
        Evaluation evaluation = plain.evaluation(
                List.of("level @ relus", "level @ relus | first", "level @ relus | last"), List.of("mean"));

        Outcome outcome = PlainEvaluations.outcome(evaluation, 0);

        assertThat(outcome.results())
                .extracting(result -> result.entrant() + " " + result.score().value())
                .containsExactly(
                        "level @ relu1 2.0",
                        "level @ relu2 12.0",
                        "level @ relus | first 2.0",
                        "level @ relus | last 12.0");
    }

    @Test
    void a_sample_is_asked_about_by_the_models_answer_or_by_its_label() {
        Evaluation evaluation = plain.evaluation(List.of("level"), List.of("mean"));

        assertThat(value(evaluation.score(1, PlainEvaluations.sample(1), SampleTarget.ANSWER, PlainEvaluations.DEAF)))
                .isEqualTo(answer(1));
        assertThat(value(evaluation.score(1, PlainEvaluations.sample(1), SampleTarget.LABEL, PlainEvaluations.DEAF)))
                .isEqualTo(1);
    }

    private static double value(Outcome outcome) {
        return outcome.results().get(0).score().value();
    }

    /** The place of the largest logit. */
    private static int answer(int number) {
        Model model = plain.model();
        float[] logits = model.network()
                .logits(Tensor.stack(List.of(model.preprocessing()
                        .apply(PlainEvaluations.sample(number).image()))))
                .toArray();
        int largest = 0;
        for (int i = 1; i < logits.length; i++) {
            largest = logits[i] > logits[largest] ? i : largest;
        }
        return largest;
    }

    @Test
    void a_random_map_is_uniform_and_another_for_every_picture() {
        List<Outcome> outcomes = PlainEvaluations.outcomes(plain.evaluation(List.of("random"), List.of("mean")), 2);
        double first = outcomes.get(0).results().get(0).score().value();

        // the mean of H W uniform numbers: standard deviation sqrt(1 / 12 / (H W)), five of them allowed
        assertThat(first).isCloseTo(0.5, within(5 / Math.sqrt(12.0 * Sketch.HEIGHT * Sketch.WIDTH)));
        assertThat(outcomes.get(1).results().get(0).score().value()).isNotEqualTo(first);
    }

    @Test
    void what_does_not_exist_is_refused_before_any_work() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> plain.evaluation(List.of("levle"), List.of("mean")))
                .withMessageContaining("level");
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> plain.evaluation(List.of("level @ relu"), List.of("mean")))
                .withMessageContaining("relus");
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> plain.evaluation(List.of("level | frist"), List.of("mean")))
                .withMessageContaining("first");
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> plain.evaluation(List.of("level"), List.of("maen")))
                .withMessageContaining("mean");
        assertThatIllegalArgumentException().isThrownBy(() -> plain.evaluation(List.of(), List.of("mean")));
        assertThatIllegalArgumentException().isThrownBy(() -> plain.evaluation(List.of("level"), List.of()));
    }

    @Test
    void a_map_that_holds_no_numbers_is_refused_with_the_methods_name() {
        Evaluation evaluation = plain.evaluation(List.of("nothing"), List.of("mean"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlainEvaluations.outcome(evaluation, 0))
                .withMessageContaining("nothing")
                .withMessageContaining("input");
    }
}
