package org.stratigraph.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {
    @Test
    void a_method_alone() {
        assertThat(Subject.parse(" grad-cam ")).isEqualTo(new Subject("grad-cam", Optional.empty(), Optional.empty()));
    }

    @Test
    void a_method_at_a_probe_fused() {
        assertThat(Subject.parse("deeplift:eps=1 @ named:a,b|tif:alpha=0.7"))
                .isEqualTo(new Subject("deeplift:eps=1", Optional.of("named:a,b"), Optional.of("tif:alpha=0.7")))
                .hasToString("deeplift:eps=1 @ named:a,b | tif:alpha=0.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gradient", "gradient @ input", "gradient | tif", "gradient @ relus | tif:alpha=0.5"})
    void what_it_is_called_can_be_typed_again(String typed) {
        assertThat(Subject.parse(typed)).hasToString(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@ input", "gradient @", "gradient |", "| tif", "a @ b @ c", "a | b | c"})
    void a_missing_part_is_refused_with_what_can_be_typed(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subject.parse(typed))
                .withMessageContaining("METHOD @ PROBE | FUSER");
    }
}
