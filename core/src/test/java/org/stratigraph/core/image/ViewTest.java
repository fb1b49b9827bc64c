package org.stratigraph.core.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ViewTest {
    private static final LayerMap MIXED = new LayerMap("conv", 2, 2, new float[] {-2, 1, 4, 2});

    @Test
    void unit_leaves_out_what_speaks_against_before_it_stretches() {
        // 0, 1, 4, 2, and then a quarter of each
        assertThat(View.UNIT.of(MIXED).values()).containsExactly(0, 0.25f, 1, 0.5f);
    }

    @Test
    void a_map_that_only_speaks_against_shows_nothing() {
        LayerMap against = new LayerMap("conv", 1, 3, new float[] {-1, -7, -2});
        assertThat(View.POSITIVE.of(against).values()).containsOnly(0);
        assertThat(View.UNIT.of(against).values()).containsOnly(0);
        assertThat(View.SIGNED.of(against).values()).containsExactly(-1, -7, -2);
    }

    @ParameterizedTest
    @EnumSource
    void a_view_is_a_map_of_the_same_layer_and_size(View view) {
        LayerMap seen = view.of(MIXED);
        assertThat(seen.layer()).isEqualTo("conv");
        assertThat(seen.height()).isEqualTo(2);
        assertThat(seen.width()).isEqualTo(2);
    }
}
