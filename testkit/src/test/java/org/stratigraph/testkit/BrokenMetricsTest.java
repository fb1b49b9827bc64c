package org.stratigraph.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.spi.Case;
import org.stratigraph.core.spi.Curve;
import org.stratigraph.core.spi.Direction;
import org.stratigraph.core.spi.Metric;
import org.stratigraph.core.spi.Question;
import org.stratigraph.core.spi.Score;

/** The contract for metrics finds each of these faults. */
class BrokenMetricsTest {
    private static final String AGAIN = "gives_the_same_to_the_last_bit_when_asked_again_and_after_others";
    private static final String ASKED_AGAIN = "asks_the_same_when_asked_again";
    private static final String CURVES = "gives_curves_of_finite_numbers_at_places_that_rise";
    private static final String MEMORY = "gives_the_same_whatever_the_memory_but_for_rounding";
    private static final String QUESTIONS = "asks_about_pictures_of_the_inputs_size_and_classes_that_there_are";
    private static final String SIZE = "refuses_maps_of_another_size_than_the_inputs";
    private static final String THREADS = "gives_four_threads_what_it_gives_one";

    @Test
    void maps_taken_unseen() {
        assertThat(Verdict.failures(Unseen.class)).containsExactly(SIZE);
    }

    static class Unseen extends MetricContract {
        @Override
        protected Metric metric() {
            return new Scoring((sample, map) -> Score.of(1), false);
        }
    }

    @Test
    void a_division_by_a_blank_maps_peak() {
        assertThat(Verdict.failures(Dividing.class)).containsExactly("has_a_score_for_blank_maps");
    }

    static class Dividing extends MetricContract {
        @Override
        protected Metric metric() {
            return new Scoring((sample, map) -> Score.of(map.at(0) / map.peak()));
        }
    }

    @Test
    void a_score_by_dice() {
        assertThat(Verdict.failures(Dice.class)).containsExactlyInAnyOrder(AGAIN, MEMORY, THREADS);
    }

    static class Dice extends MetricContract {
        private static final Random DICE = new Random(3);

        @Override
        protected Metric metric() {
            return new Scoring((sample, map) -> Score.of(DICE.nextDouble()));
        }
    }

    @Test
    void a_score_that_remembers_the_one_before() {
        assertThat(Verdict.failures(Remembering.class)).contains(AGAIN);
    }

    static class Remembering extends MetricContract {
        @Override
        protected Metric metric() {
            float[] before = new float[1];
            return new Scoring((sample, map) -> {
                float score = before[0];
                before[0] = map.at(0);
                return Score.of(score);
            });
        }
    }

    @Test
    void a_score_of_the_thread() {
        assertThat(Verdict.failures(PerThread.class)).containsExactly(THREADS);
    }

    static class PerThread extends MetricContract {
        @Override
        protected Metric metric() {
            return new Scoring(
                    (sample, map) -> Score.of(Thread.currentThread().getName().hashCode()));
        }
    }

    @Test
    void a_score_of_the_memory() {
        assertThat(Verdict.failures(Greedy.class)).containsExactly(MEMORY);
    }

    static class Greedy extends MetricContract {
        @Override
        protected Metric metric() {
            return new Scoring((sample, map) -> new Score(1, List.of(curve(List.of(0.0), List.of((double)
                    sample.memory().bytes())))));
        }
    }

    @Test
    void no_number_on_a_curve() {
        assertThat(Verdict.failures(Nan.class)).containsExactly(CURVES);
    }

    static class Nan extends MetricContract {
        @Override
        protected Metric metric() {
            return new Scoring((sample, map) -> new Score(1, List.of(curve(List.of(0.0), List.of(Double.NaN)))));
        }
    }

    @Test
    void a_curve_from_right_to_left() {
        assertThat(Verdict.failures(Leftward.class)).containsExactly(CURVES);
    }

    static class Leftward extends MetricContract {
        @Override
        protected Metric metric() {
            return new Scoring((sample, map) -> new Score(1, List.of(curve(List.of(1.0, 0.0), List.of(1.0, 1.0)))));
        }
    }

    @Test
    void a_list_that_is_emptied() {
        assertThat(Verdict.failures(Emptying.class)).contains("leaves_what_it_got_as_it_was");
    }

    static class Emptying extends MetricContract {
        @Override
        protected Metric metric() {
            return new Asking(Target.logit(0)) {
                @Override
                public Score score(Case sample, List<SaliencyMap> answers) {
                    return Score.of(answers.remove(0).peak());
                }
            };
        }
    }

    @Test
    void nothing_asked() {
        assertThat(Verdict.failures(Silent.class)).contains(QUESTIONS);
    }

    static class Silent extends MetricContract {
        @Override
        protected Metric metric() {
            return new Asking(Target.logit(0)) {
                @Override
                public List<Question> questions(Case sample) {
                    return List.of();
                }
            };
        }
    }

    @Test
    void a_class_that_does_not_exist() {
        assertThat(Verdict.failures(Elsewhere.class)).containsExactly(QUESTIONS);
    }

    static class Elsewhere extends MetricContract {
        @Override
        protected Metric metric() {
            return new Asking(Target.logit(TinyNetwork.CLASSES));
        }
    }

    @Test
    void another_question_each_time() {
        assertThat(Verdict.failures(Whim.class)).containsExactly(ASKED_AGAIN);
    }

    static class Whim extends MetricContract {
        private int asked;

        @Override
        protected Metric metric() {
            return new Asking(Target.logit(asked++ % TinyNetwork.CLASSES));
        }
    }

    private static Curve curve(List<Double> places, List<Double> values) {
        return new Curve("curve", places, values);
    }

    /** Asks about the sample as it is, and scores the one map. */
    private record Scoring(BiFunction<Case, SaliencyMap, Score> scoring, boolean careful) implements Metric {
        Scoring(BiFunction<Case, SaliencyMap, Score> scoring) {
            this(scoring, true);
        }

        @Override
        public Direction better() {
            return Direction.HIGHER;
        }

        @Override
        public List<Question> questions(Case sample) {
            return List.of(sample.asIs());
        }

        @Override
        public Score score(Case sample, List<SaliencyMap> answers) {
            SaliencyMap map = answers.get(0);
            if (careful) {
                requireSize(sample, map);
            }
            return scoring.apply(sample, map);
        }
    }

    /** Asks about a class, and scores soundly. */
    private static class Asking implements Metric {
        private final Target target;

        Asking(Target target) {
            this.target = target;
        }

        @Override
        public Direction better() {
            return Direction.HIGHER;
        }

        @Override
        public List<Question> questions(Case sample) {
            return List.of(new Question(sample.input(), target));
        }

        @Override
        public Score score(Case sample, List<SaliencyMap> answers) {
            requireSize(sample, answers.get(0));
            return Score.of(answers.get(0).peak());
        }
    }

    private static void requireSize(Case sample, SaliencyMap map) {
        if (map.height() != sample.view().height()
                || map.width() != sample.view().width()) {
            throw new IllegalArgumentException("a map of another size");
        }
    }
}
