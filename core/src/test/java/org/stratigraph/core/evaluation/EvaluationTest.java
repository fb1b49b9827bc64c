package org.stratigraph.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.catalog.Discovered;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.image.Preprocessing;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Sketch;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.pipeline.Explainer;
import org.stratigraph.core.probe.CorePlugin;
import org.stratigraph.core.spi.Labels;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.core.spi.Samples;

/** Subjects under metrics on a small network, with a method and metrics whose numbers are plain to see. */
class EvaluationTest {
    private static final SampleTarget CLASS_TWO = (sample, scores) -> Target.logit(2);
    private static final Explainer.Listener DEAF = (share, doing) -> {};
    private static final Catalog CATALOG = new Catalog(
            List.of(new Discovered(new CorePlugin(), "core.jar"), new Discovered(new PlainParts(), "plain.jar")));
    private static Model model;

    @BeforeAll
    static void open() {
        Preprocessing known = Preprocessing.exactly(Sketch.HEIGHT, Sketch.WIDTH, new float[3], new float[] {1, 1, 1});
        model = new Model(Sketch.chain(Placement.standard()), known, Labels.numbered(Sketch.CLASSES));
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void a_subject_is_judged_at_the_input_at_every_layer_of_its_probe_or_fused() {
        Evaluation evaluation = evaluation(
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
        Evaluation evaluation =
                evaluation(List.of("level @ relus", "level @ relus | first", "level @ relus | last"), List.of("mean"));

        Outcome outcome = evaluation.score(0, sample(0), CLASS_TWO, DEAF);

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
        Evaluation evaluation = evaluation(List.of("level"), List.of("mean"));

        assertThat(value(evaluation.score(1, sample(1), SampleTarget.ANSWER, DEAF)))
                .isEqualTo(answer(1));
        assertThat(value(evaluation.score(1, sample(1), SampleTarget.LABEL, DEAF)))
                .isEqualTo(1);
    }

    private static double value(Outcome outcome) {
        return outcome.results().get(0).score().value();
    }

    /** The place of the largest logit. */
    private static int answer(int number) {
        float[] logits = model.network()
                .logits(Tensor.stack(
                        List.of(model.preprocessing().apply(sample(number).image()))))
                .toArray();
        int largest = 0;
        for (int i = 1; i < logits.length; i++) {
            largest = logits[i] > logits[largest] ? i : largest;
        }
        return largest;
    }

    @Test
    void metrics_and_fusers_share_what_a_method_says_about_a_picture() {
        PlainParts.EXPLAINED.set(0);

        evaluation(List.of("level", "level | first", "level | last"), List.of("mean", "mean-again"))
                .score(0, sample(0), CLASS_TWO, DEAF);

        assertThat(PlainParts.EXPLAINED).hasValue(1);
    }

    @Test
    void a_metric_may_ask_about_other_pictures_and_other_classes() {
        PlainParts.EXPLAINED.set(0);

        Outcome outcome =
                evaluation(List.of("level"), List.of("mean", "classes")).score(0, sample(0), CLASS_TWO, DEAF);

        assertThat(PlainParts.EXPLAINED).hasValue(1 + 2);
        assertThat(outcome.results())
                .extracting(result -> result.score().value())
                .containsExactly(2.0, 0 + 10 * 1.0);
    }

    @Test
    void a_sample_that_a_metric_can_say_nothing_of_is_left_out_of_that_metric_alone() {
        List<Outcome> outcomes = outcomes(evaluation(List.of("level"), List.of("mean", "odd")), 2);

        assertThat(outcomes).extracting(Outcome::leftOut).containsExactly(List.of("odd"), List.of());
        assertThat(outcomes).extracting(outcome -> outcome.results().size()).containsExactly(1, 2);
    }

    @Test
    void samples_of_which_nothing_can_be_said_cost_no_explanation() {
        PlainParts.EXPLAINED.set(0);

        Outcome outcome = evaluation(List.of("level"), List.of("odd")).score(0, sample(0), CLASS_TWO, DEAF);

        assertThat(outcome.leftOut()).containsExactly("odd");
        assertThat(PlainParts.EXPLAINED).hasValue(0);
    }

    @Test
    void neither_order_nor_neighbours_change_a_score() throws IOException {
        List<Outcome> together = new ArrayList<>();
        List<Outcome> apart = new ArrayList<>();
        Evaluation evaluation = evaluation(List.of("random", "edge-detector"), List.of("mean"));
        Survey survey = new Survey(evaluation, series(9), CLASS_TWO);

        survey.over(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8), collecting(together));
        for (int i = 8; i >= 0; i--) {
            survey.over(List.of(i), collecting(apart));
        }

        assertThat(apart).containsExactlyInAnyOrderElementsOf(together);
    }

    @Test
    void an_unreadable_sample_is_named_and_the_others_are_scored() {
        List<Outcome> outcomes = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        Samples broken = new Samples() {
            @Override
            public int size() {
                return 3;
            }

            @Override
            public Sample sample(int index) throws IOException {
                if (index == 1) {
                    throw new IOException("cut off");
                }
                return EvaluationTest.sample(index);
            }
        };

        new Survey(evaluation(List.of("level"), List.of("mean")), broken, CLASS_TWO)
                .over(List.of(0, 1, 2), new Survey.Listener() {
                    @Override
                    public void scored(Outcome outcome) {
                        outcomes.add(outcome);
                    }

                    @Override
                    public void unreadable(int sample, IOException reason) {
                        unreadable.add(sample + " " + reason.getMessage());
                    }

                    @Override
                    public void at(double share, String doing) {
                        assertThat(share).isBetween(0.0, 1.0);
                    }
                });

        assertThat(outcomes).extracting(Outcome::sample).containsExactly(0, 2);
        assertThat(unreadable).containsExactly("1 cut off");
    }

    @Test
    void a_draw_holds_each_number_once_and_begins_with_every_shorter_one() {
        List<Integer> ten = Survey.draw(100, 10, 1);

        assertThat(ten).doesNotHaveDuplicates().hasSize(10).allMatch(number -> number >= 0 && number < 100);
        assertThat(Survey.draw(100, 40, 1)).startsWith(ten.toArray(new Integer[0]));
        assertThat(Survey.draw(100, 10, 2)).isNotEqualTo(ten);
        assertThat(Survey.draw(5, 10, 1)).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    }

    @Test
    void what_does_not_exist_is_refused_before_any_work() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> evaluation(List.of("levle"), List.of("mean")))
                .withMessageContaining("level");
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> evaluation(List.of("level @ relu"), List.of("mean")))
                .withMessageContaining("relus");
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> evaluation(List.of("level | frist"), List.of("mean")))
                .withMessageContaining("first");
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> evaluation(List.of("level"), List.of("maen")))
                .withMessageContaining("mean");
        assertThatIllegalArgumentException().isThrownBy(() -> evaluation(List.of(), List.of("mean")));
        assertThatIllegalArgumentException().isThrownBy(() -> evaluation(List.of("level"), List.of()));
    }

    @Test
    void a_map_that_holds_no_numbers_is_refused_with_the_methods_name() {
        Evaluation evaluation = evaluation(List.of("nothing"), List.of("mean"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> evaluation.score(0, sample(0), CLASS_TWO, DEAF))
                .withMessageContaining("nothing")
                .withMessageContaining("input");
    }

    @Test
    void a_random_map_is_uniform_and_another_for_every_picture() {
        List<Outcome> outcomes = outcomes(evaluation(List.of("random"), List.of("mean")), 2);
        double first = outcomes.get(0).results().get(0).score().value();

        // the mean of H W uniform numbers: standard deviation sqrt(1 / 12 / (H W)), five of them allowed
        assertThat(first).isCloseTo(0.5, within(5 / Math.sqrt(12.0 * Sketch.HEIGHT * Sketch.WIDTH)));
        assertThat(outcomes.get(1).results().get(0).score().value()).isNotEqualTo(first);
    }

    private static Evaluation evaluation(List<String> subjects, List<String> metrics) {
        return new Evaluation(
                CATALOG,
                model,
                Optional.empty(),
                subjects.stream().map(Subject::parse).toList(),
                metrics);
    }

    private static Survey.Listener collecting(List<Outcome> outcomes) {
        return new Survey.Listener() {
            @Override
            public void scored(Outcome outcome) {
                outcomes.add(outcome);
            }

            @Override
            public void unreadable(int sample, IOException reason) {
                throw new IllegalStateException(reason);
            }

            @Override
            public void at(double share, String doing) {
                // nobody looks
            }
        };
    }

    private static List<Outcome> outcomes(Evaluation evaluation, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> evaluation.score(i, sample(i), CLASS_TWO, DEAF))
                .toList();
    }

    private static Samples series(int size) {
        return new Samples() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public Sample sample(int index) {
                return EvaluationTest.sample(index);
            }
        };
    }

    private static Sample sample(int number) {
        byte[] samples = new byte[3 * Sketch.HEIGHT * Sketch.WIDTH];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i * (number + 3) % 251);
        }
        return new Sample("s" + number, new RgbImage(Sketch.WIDTH, Sketch.HEIGHT, samples), number, List.of());
    }
}
