package org.stratigraph.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompletenessTest {
    @Test
    void a_delta_is_what_the_sum_says_too_much() {
        Completeness completeness = new Completeness(4.5, 6, 2);
        assertThat(completeness.difference()).isEqualTo(4);
        assertThat(completeness.delta()).isEqualTo(0.5);
        assertThat(completeness.relative()).isEqualTo(0.125);
        assertThat(completeness.broken()).isTrue();
    }

    @Test
    void one_percent_is_let_pass() {
        assertThat(new Completeness(4.039, 6, 2).broken()).isFalse();
        assertThat(new Completeness(4.041, 6, 2).broken()).isTrue();
    }

    @Test
    void what_rounding_of_the_outputs_explains_is_let_pass() {
        assertThat(new Completeness(0, 100.0001, 100).broken()).isFalse();
        assertThat(new Completeness(0, 100.01, 100).broken()).isTrue();
    }

    @Test
    void nothing_that_is_no_number_is_complete() {
        assertThat(new Completeness(Double.NaN, 1, 0).broken()).isTrue();
        assertThat(new Completeness(0, 1, 1).relative()).isZero();
    }

    @Test
    void maps_are_held_against_their_own_images() {
        LayerMaps maps = new LayerMaps(
                        "conv",
                        List.of(
                                new LayerMap("conv", 1, 2, new float[] {1, 2}),
                                new LayerMap("conv", 1, 2, new float[] {0.5f, -1})))
                .accountingFor(new double[] {4, 0}, new double[] {1, 0.5});
        assertThat(maps.completeness().get(0).delta()).isZero();
        assertThat(maps.completeness().get(1).delta()).isCloseTo(0, within(1e-12));
    }

    @Test
    void a_view_shows_a_part_and_keeps_the_map() {
        LayerMap map = new LayerMap("conv", 1, 4, new float[] {-2, 1, 3, 2});
        assertThat(View.SIGNED.of(map).values()).containsExactly(-2, 1, 3, 2);
        assertThat(View.POSITIVE.of(map).values()).containsExactly(0, 1, 3, 2);
        LayerMap positive = new LayerMap("conv", 1, 3, new float[] {1, 3, 2});
        assertThat(View.UNIT.of(positive).values()).containsExactly(0, 1, 0.5f);
        assertThat(View.UNIT.of(new LayerMap("conv", 1, 2, new float[] {5, 5})).values())
                .containsOnly(0);
        assertThat(map.values()).containsExactly(-2, 1, 3, 2);
    }
}
