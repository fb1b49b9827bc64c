package org.stratigraph.core.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stratigraph.core.network.Target;

/** Values as typed, read as what the part needs. */
class SettingsTest {
    private static final Settings SETTINGS = new Settings(Map.of(
            "steps", "32", "alpha", "0.7", "fold", "true", "layers", "a, b,,c ", "word", "infinite", "huge", "1e999"));

    @Test
    void values_are_read_as_what_is_needed() {
        assertThat(SETTINGS.integer("steps")).isEqualTo(32);
        assertThat(SETTINGS.decimal("alpha")).isEqualTo(0.7);
        assertThat(SETTINGS.decimal("steps")).isEqualTo(32);
        assertThat(SETTINGS.flag("fold")).isTrue();
        assertThat(SETTINGS.list("layers")).containsExactly("a", "b", "c");
        assertThat(SETTINGS.asMap()).hasSize(6).containsEntry("alpha", "0.7");
    }

    @Test
    void a_value_that_does_not_fit_is_named_with_its_setting() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SETTINGS.integer("alpha"))
                .withMessage("setting 'alpha' needs a whole number, not '0.7'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SETTINGS.flag("steps"))
                .withMessage("setting 'steps' needs true or false, not '32'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"word", "huge", "fold"})
    void a_number_is_finite(String setting) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SETTINGS.decimal(setting))
                .withMessageContaining("'" + setting + "' needs a number");
    }

    @Test
    void a_choice_is_typed_in_lower_case_with_hyphens() {
        Settings settings = new Settings(Map.of("scale", "log-softmax", "other", "LOG_SOFTMAX", "one", "logit"));
        assertThat(settings.choice("scale", Target.Scale.class)).isEqualTo(Target.Scale.LOG_SOFTMAX);
        assertThat(settings.choice("one", Target.Scale.class)).isEqualTo(Target.Scale.LOGIT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.choice("other", Target.Scale.class))
                .withMessage("setting 'other' needs one of logit, log-softmax, not 'LOG_SOFTMAX'");
    }

    @Test
    void a_whole_number_may_have_to_be_of_some_size() {
        assertThat(SETTINGS.integer("steps", 32)).isEqualTo(32);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SETTINGS.integer("steps", 33))
                .withMessage("setting 'steps' needs a whole number of at least 33, not '32'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SETTINGS.integer("alpha", 0))
                .withMessage("setting 'alpha' needs a whole number, not '0.7'");
    }

    @Test
    void numbers_stand_between_separators() {
        Settings settings =
                new Settings(Map.of("thresholds", "0.5 | 1|-2e1", "one", "3", "gap", "1||2", "huge", "1e999"));
        assertThat(settings.decimals("thresholds", "|")).containsExactly(0.5, 1.0, -20.0);
        assertThat(settings.decimals("one", "|")).containsExactly(3.0);
        for (String wrong : List.of("gap", "huge")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> settings.decimals(wrong, "|"))
                    .withMessageContaining("'" + wrong + "' needs numbers with '|' between them");
        }
    }

    @Test
    void a_setting_that_was_never_declared_is_a_fault_of_the_part() {
        assertThatIllegalStateException()
                .isThrownBy(() -> SETTINGS.text("sigma"))
                .withMessageContaining("'sigma' is read but was not declared");
    }
}
