package org.stratigraph.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Specs that stand for several. */
class AlternativesTest {
    @Test
    void values_between_slashes_are_a_spec_each_in_the_order_written() {
        assertThat(Alternatives.of("tif:alpha=0.9/0.5/0.7"))
                .containsExactly("tif:alpha=0.9", "tif:alpha=0.5", "tif:alpha=0.7");
    }

    @Test
    void several_settings_give_every_combination() {
        assertThat(Alternatives.of("f:a=1/2,b=3,c=4/5"))
                .containsExactly("f:a=1,b=3,c=4", "f:a=1,b=3,c=5", "f:a=2,b=3,c=4", "f:a=2,b=3,c=5");
    }

    @Test
    void a_spec_without_alternatives_stays_as_typed_but_for_spaces_around_it() {
        assertThat(Alternatives.of(" mean ")).containsExactly("mean");
        assertThat(Alternatives.of("tif:alpha=0.70")).containsExactly("tif:alpha=0.70");
        assertThat(Alternatives.of("tif:0.7")).containsExactly("tif:0.7");
        assertThat(Alternatives.of("tif:")).containsExactly("tif:");
    }

    @Test
    void an_alternative_left_empty_stays_to_be_refused() {
        assertThat(Alternatives.of("tif:alpha=0.5/")).containsExactly("tif:alpha=0.5", "tif:alpha=");
    }
}
