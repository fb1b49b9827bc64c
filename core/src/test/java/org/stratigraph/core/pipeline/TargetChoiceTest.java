package org.stratigraph.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.spi.Labels;

class TargetChoiceTest {
    private static final Labels LABELS =
            new Labels(List.of("tiger", "bull mastiff", "black-and-tan coonhound", "lynx", "crane", "fox", "wolf"));
    private static final Scores SCORES = new Scores(new float[] {1, 5, 3, -1, 0, 4, 2});

    @Test
    void a_class_is_a_number_a_label_or_a_rank() {
        assertThat(chosen("5")).isEqualTo(Target.logit(5));
        assertThat(chosen("Bull_Mastiff")).isEqualTo(Target.logit(1));
        assertThat(chosen("top1")).isEqualTo(Target.logit(1));
        assertThat(chosen("TOP2")).isEqualTo(Target.logit(5));
        assertThat(chosen("top7")).isEqualTo(Target.logit(3));
    }

    @Test
    void two_classes_are_held_against_each_other() {
        assertThat(chosen("tiger-bull_mastiff")).isEqualTo(Target.logit(0).minus(1));
        assertThat(chosen("top1-top2")).isEqualTo(Target.logit(1).minus(5));
        assertThat(chosen("6-0")).isEqualTo(Target.logit(6).minus(0));
    }

    @Test
    void a_label_may_have_hyphens_itself() {
        assertThat(chosen("black-and-tan coonhound")).isEqualTo(Target.logit(2));
        assertThat(chosen("black-and-tan coonhound-tiger"))
                .isEqualTo(Target.logit(2).minus(0));
    }

    @Test
    void what_can_be_read_in_two_ways_is_refused() {
        Labels labels = new Labels(List.of("a", "a-b", "b-c", "c"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TargetChoice.parse("a-b-c", labels))
                .withMessageContaining("2 different pairs")
                .withMessageContaining("numbers");
    }

    @Test
    void a_class_that_does_not_exist_is_refused_and_the_nearest_are_named() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> chosen("tigre"))
                .withMessageContaining("tiger");
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> chosen("7"))
                .withMessage("no class 7; this model has 0 to 6");
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> chosen("top8"))
                .withMessage("no place top8; this model has 1 to 7");
        for (String typed : List.of("tiger-lion", "tiger-", "-tiger", "-1", "top0", "", "6--1", "7-0")) {
            assertThatExceptionOfType(NoSuchElementException.class).as(typed).isThrownBy(() -> chosen(typed));
        }
    }

    @Test
    void a_scale_goes_with_any_choice() {
        assertThat(TargetChoice.parse("tiger", LABELS)
                        .on(Target.Scale.LOG_SOFTMAX)
                        .target(SCORES)
                        .scale())
                .isEqualTo(Target.Scale.LOG_SOFTMAX);
    }

    private static Target chosen(String typed) {
        return TargetChoice.parse(typed, LABELS).target(SCORES);
    }
}
