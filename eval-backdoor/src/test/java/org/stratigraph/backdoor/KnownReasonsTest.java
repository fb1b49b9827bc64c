package org.stratigraph.backdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.catalog.Discovered;
import org.stratigraph.core.image.Preprocessing;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.spi.Case;
import org.stratigraph.core.spi.Implant;
import org.stratigraph.core.spi.KnownReason;
import org.stratigraph.core.spi.Labels;
import org.stratigraph.core.spi.MemoryBudget;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Question;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.testkit.TinyNetwork;

/** What the three metrics ask of a model, and of which samples. */
class KnownReasonsTest {
    private static final Catalog CATALOG = new Catalog(List.of(new Discovered(new BackdoorPlugin(), "here")));
    private static final int SIDE = 32;
    private static Model model;

    @BeforeAll
    static void open() {
        Preprocessing plain = Preprocessing.exactly(SIDE, SIDE, new float[3], new float[] {1, 1, 1});
        model = new Model(TinyNetwork.RESIDUAL.open(), plain, Labels.numbered(TinyNetwork.CLASSES));
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void class_sensitivity_asks_about_both_labels_of_one_picture_with_both_triggers() {
        KnownReason metric = metric("class-sensitivity");

        List<Question> questions = metric.questions(sample(2));

        assertThat(questions).extracting(Question::target).containsExactly(Target.logit(0), Target.logit(1));
        assertThat(questions.get(0).input()).isSameAs(questions.get(1).input());
        assertThat(white(questions.get(0), 0, 8)).as("the square").isTrue();
        assertThat(white(questions.get(0), 31, 31)).as("the cross").isTrue();
        assertThat(white(questions.get(0), 15, 15)).as("between them").isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fine-grained-localisation", "completeness"})
    void one_trigger_is_asked_about_with_its_own_label(String name) {
        List<Question> questions = metric(name).questions(sample(2));

        assertThat(questions).extracting(Question::target).containsExactly(Target.logit(0));
        assertThat(white(questions.get(0), 0, 0)).isTrue();
        assertThat(white(questions.get(0), 31, 31)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"class-sensitivity", "fine-grained-localisation", "completeness"})
    void a_picture_of_a_triggers_class_has_two_reasons_and_is_left_out(String name) {
        for (Implant implant : metric(name).implants()) {
            assertThat(metric(name).questions(sample(implant.label()))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"class-sensitivity", "fine-grained-localisation", "completeness"})
    void a_metric_scores_nothing_where_nothing_is_positive(String name) {
        SaliencyMap negative = filled(-1);

        assertThat(metric(name).score(sample(2), List.of(negative, negative)).value())
                .isZero();
    }

    /** Even evidence: a corner holds its share of the pixels (M_0 and M_1 are 14 of 32 wide), a square is filled evenly. */
    @Test
    void even_evidence_is_scored_by_areas() {
        SaliencyMap even = filled(1);
        double corner = 14.0 * 14 / (32 * 32);

        assertThat(metric("class-sensitivity")
                        .score(sample(2), List.of(even, even))
                        .value())
                .isEqualTo(corner);
        assertThat(metric("completeness").score(sample(2), List.of(even)).value())
                .isEqualTo(1);
    }

    @Test
    void evidence_at_one_pixel_of_the_square_fills_one_part_in_its_area() {
        float[] values = new float[SIDE * SIDE];
        values[0] = 5;
        values[SIDE * SIDE - 1] = 100; // outside

        // the square is round(64 * 32 / 224) = 9 wide
        assertThat(metric("completeness")
                        .score(sample(2), List.of(new SaliencyMap(SIDE, SIDE, values)))
                        .value())
                .isEqualTo(1.0 / 81);
    }

    @Test
    void a_model_without_the_class_is_refused() {
        Preprocessing plain = Preprocessing.exactly(SIDE, SIDE, new float[3], new float[] {1, 1, 1});
        Model one = new Model(model.network(), plain, new Labels(List.of("only")));
        Case sample = Case.of(one, new Sample("s", picture(), 0, List.of()), picture(), Target.logit(0), budget());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> metric("class-sensitivity").questions(sample))
                .withMessageContaining("class 1")
                .withMessageContaining("1 classes");
    }

    private static KnownReason metric(String name) {
        return (KnownReason) CATALOG.metrics().make(name);
    }

    private static Case sample(int label) {
        return Case.of(model, new Sample("s", picture(), label, List.of()), picture(), Target.logit(label), budget());
    }

    private static MemoryBudget budget() {
        return new MemoryBudget(1 << 20);
    }

    private static RgbImage picture() {
        byte[] samples = new byte[3 * SIDE * SIDE];
        Arrays.fill(samples, (byte) 51);
        return new RgbImage(SIDE, SIDE, samples);
    }

    private static SaliencyMap filled(float value) {
        float[] values = new float[SIDE * SIDE];
        Arrays.fill(values, value);
        return new SaliencyMap(SIDE, SIDE, values);
    }

    /** Whether the input is 1, before any normalisation but the identity. */
    private static boolean white(Question question, int y, int x) {
        return question.input().slice(0).values().get(y * SIDE + x) == 1;
    }
}
