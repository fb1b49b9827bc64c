package org.stratigraph.perturbation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.network.Target;

/** Curves from logits, by hand. */
class CourseTest {
    @Test
    void of_equal_logits_the_first_decides() {
        assertThat(course(new float[] {1, 1}, new float[] {2, 0}, new float[] {0, 2})
                        .decisionChange()
                        .values())
                .containsExactly(0.0, 0.0, 1.0);
    }

    @Test
    void a_decision_that_comes_back_is_no_change() {
        assertThat(course(new float[] {0, 0, 3}, new float[] {0, 4, 3}, new float[] {0, 2, 3})
                        .decisionChange()
                        .values())
                .containsExactly(0.0, 1.0, 0.0);
    }

    /** e^0 / (e^0 + 3 e^0), then a logit so large that its exponential is none. */
    @Test
    void a_probability_is_a_softmax_without_overflow() {
        assertThat(course(new float[4], new float[] {900, 0, 0, 0}, new float[] {0, 900, 0, 0})
                        .probability(Target.logit(0))
                        .values())
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1)
                .containsExactly(0.25, 1.0, 0.0);
    }

    /** Whatever the scale, and whatever class it is held against. */
    @Test
    void a_probability_is_that_of_the_targets_class() {
        Course course = course(new float[] {1, 2}, new float[] {2, 1}, new float[2]);
        assertThat(course.probability(Target.logit(1).minus(0)))
                .isEqualTo(course.probability(Target.logit(1)))
                .isEqualTo(course.probability(Target.logit(1).on(Target.Scale.LOG_SOFTMAX)));
    }

    private static Course course(float[] first, float[] second, float[] third) {
        return new Course(List.of(0.0, 0.5, 1.0), List.of(first, second, third));
    }
}
