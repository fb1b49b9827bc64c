package org.stratigraph.localization;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be meant is refused when the metric is made. */
class SettingsTest {
    @ParameterizedTest
    @CsvSource({
        "energy-pointing-game:largest=0, largest",
        "energy-pointing-game:largest=1.5, largest",
        "energy-pointing-game:largest=-1, largest",
        "energy-pointing-game:largest=NaN, largest",
        "pointing-game:largest=half, largest",
        "pointing-game:tolerance=-1, tolerance",
        "pointing-game:tolerance=1.5, tolerance",
        "relevance-mass:objects=none, 'one of target, label, all'",
        "relevance-rank:objects=, 'one of target, label, all'"
    })
    void bad_values_are_refused(String typed, String said) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parts.metric(typed))
                .withMessageContaining(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"energy-pointing-game:tolerance=3", "relevance-mass:largest=0.5"})
    void settings_of_the_other_metrics_are_refused(String typed) {
        assertThatIllegalArgumentException().isThrownBy(() -> Parts.metric(typed));
    }
}
