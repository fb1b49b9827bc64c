package org.stratigraph.perturbation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stratigraph.core.spi.Direction;

/** What a user may type after a metric's name. */
class SettingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"lerf", "morf", "deletion", "insertion"})
    void every_setting_has_a_meaning(String metric) {
        for (Fill fill : Fill.values()) {
            Parts.metric(metric + ":fill=" + fill.name().toLowerCase(Locale.ROOT));
        }
        Parts.metric(metric + ":steps=100,fine=false,ties=seeded,seed=-7");
        Parts.metric(metric + ":steps=1,fine=true,ties=row-major");
    }

    @Test
    void the_defaults_are_the_papers_and_rises() {
        Removal papers = new Removal(new RemovalGrid(20, true), Fill.ZERO, Ties.ROW_MAJOR, 0);
        Removal blurred = new Removal(new RemovalGrid(20, true), Fill.BLUR, Ties.ROW_MAJOR, 0);
        assertThat(Parts.metric("lerf")).isEqualTo(new DecisionChange(First.LEAST_RELEVANT, papers));
        assertThat(Parts.metric("morf")).isEqualTo(new DecisionChange(First.MOST_RELEVANT, papers));
        assertThat(Parts.metric("deletion")).isEqualTo(new Deletion(papers));
        assertThat(Parts.metric("insertion")).isEqualTo(new Insertion(blurred));
    }

    @ParameterizedTest
    @CsvSource({"lerf, LOWER", "morf, HIGHER", "deletion, LOWER", "insertion, HIGHER"})
    void better_is(String metric, Direction better) {
        assertThat(Parts.metric(metric).better()).isEqualTo(better);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lerf:fill=pink | setting 'fill' needs one of zero, mean, blur, noise, linear, not 'pink'",
                "morf:ties=random | setting 'ties' needs one of row-major, seeded, not 'random'",
                "deletion:fine=yes | setting 'fine' needs true or false, not 'yes'",
                "insertion:seed=1.5 | setting 'seed' needs a whole number, not '1.5'",
                "lerf:steps=many | setting 'steps' needs a whole number, not 'many'",
                "morf:steps=0 | a removal grid has 1 to 100000 steps, not 0; the paper's has 20"
            })
    void what_has_no_meaning_is_refused_with_what_would_have(String typed, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parts.metric(typed))
                .withMessage(message);
    }

    @Test
    void an_unknown_setting_is_refused_with_those_that_there_are() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parts.metric("lerf:baseline=black"))
                .withMessageContaining("metric 'lerf' has no setting 'baseline'")
                .withMessageContaining("fill=zero")
                .withMessageContaining("steps=20");
    }
}
