package org.stratigraph.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TargetTest {
    private static final float[] LOGITS = {1.5f, -2, 0.25f, 3};
    private static final float[] REFERENCE = {-0.5f, 1, 0.5f, -1};

    static Stream<Target> targets() {
        return Stream.of(
                Target.logit(1),
                Target.logit(0).minus(3),
                Target.logit(2).on(Target.Scale.LOG_SOFTMAX),
                Target.logit(2).minus(1).on(Target.Scale.LOG_SOFTMAX));
    }

    @Test
    void is_a_logit_a_difference_or_a_log_softmax() {
        double sum = Math.exp(1.5) + Math.exp(-2) + Math.exp(0.25) + Math.exp(3);
        assertThat(Target.logit(1).value(LOGITS)).isEqualTo(-2);
        assertThat(Target.logit(0).minus(3).value(LOGITS)).isEqualTo(-1.5);
        assertThat(Target.logit(3).on(Target.Scale.LOG_SOFTMAX).value(LOGITS))
                .isCloseTo(3 - Math.log(sum), within(1e-12));
    }

    @Test
    void two_classes_held_against_each_other_differ_by_the_same_on_either_scale() {
        Target difference = Target.logit(0).minus(2);
        assertThat(difference.on(Target.Scale.LOG_SOFTMAX).value(LOGITS)).isEqualTo(difference.value(LOGITS));
        assertThat(difference.on(Target.Scale.LOG_SOFTMAX).gradient(LOGITS)).containsExactly(1, 0, -1, 0);
    }

    /** Central differences of 1e-3 are off by about 1e-7, and by the rounding of float32. */
    @ParameterizedTest
    @MethodSource("targets")
    void the_gradient_is_the_slope(Target target) {
        double[] gradient = target.gradient(LOGITS);
        for (int i = 0; i < LOGITS.length; i++) {
            float[] above = LOGITS.clone();
            float[] below = LOGITS.clone();
            above[i] += 1f / 1024;
            below[i] -= 1f / 1024;
            double slope = (target.value(above) - target.value(below)) * 512;
            assertThat(gradient[i]).as("by logit %d", i).isCloseTo(slope, within(1e-6));
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void multipliers_account_for_the_whole_difference(Target target) {
        assertAccounts(target, LOGITS, REFERENCE);
        assertAccounts(target, new float[] {150, -80, 3, 20}, new float[] {-60, 120, 5, 0});
    }

    @ParameterizedTest
    @MethodSource("targets")
    void where_nothing_has_moved_a_multiplier_is_the_gradient(Target target) {
        assertThat(target.multiplier(LOGITS, LOGITS)).containsExactly(target.gradient(LOGITS), within(1e-12));
    }

    private static void assertAccounts(Target target, float[] logits, float[] reference) {
        double[] multiplier = target.multiplier(logits, reference);
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            sum += multiplier[i] * ((double) logits[i] - reference[i]);
        }
        double difference = target.value(logits) - target.value(reference);
        assertThat(sum).isCloseTo(difference, within(1e-6 * Math.max(1, Math.abs(difference))));
    }

    @Test
    void a_class_that_does_not_exist_is_refused_and_those_that_do_are_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.logit(4).value(LOGITS))
                .withMessage("no class 4; this network has 0 to 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.logit(0).minus(-1).value(LOGITS))
                .withMessage("no class -1; this network has 0 to 3");
    }
}
