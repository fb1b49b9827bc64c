package org.stratigraph.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Half-pixel bilinear resizing; numbers by hand. */
class BilinearTest {
    @Test
    void twice_the_size_takes_quarters_and_keeps_the_border() {
        // centres of 4 pixels at -0.25, 0.25, 0.75 and 1.25 of the source, clamped at the border
        assertThat(Bilinear.resize(new float[] {0, 4}, 1, 2, 1, 4)).containsExactly(0, 1, 3, 4);
        assertThat(Bilinear.resize(new float[] {0, 4}, 2, 1, 4, 1)).containsExactly(0, 1, 3, 4);
    }

    @Test
    void rows_and_columns_are_independent() {
        // f(y, x) = 10 y + x over 2 x 3, to 4 x 3: only the rows move
        float[] values = {0, 1, 2, 10, 11, 12};
        assertThat(Bilinear.resize(values, 2, 3, 4, 3))
                .containsExactly(new float[] {0, 1, 2, 2.5f, 3.5f, 4.5f, 7.5f, 8.5f, 9.5f, 10, 11, 12}, within(1e-6f));
    }

    @Test
    void the_same_size_is_a_copy() {
        float[] values = {1, 2, 3, 4};
        float[] same = Bilinear.resize(values, 2, 2, 2, 2);
        assertThat(same).containsExactly(values).isNotSameAs(values);
    }

    @Test
    void one_value_fills_everything() {
        assertThat(Bilinear.resize(new float[] {-3}, 1, 1, 3, 2)).containsOnly(-3);
    }

    @Test
    void a_smaller_size_takes_two_neighbours_without_antialiasing() {
        // 6 to 2: centres at 1 and 4 of the source; 5 to 2: at 0.75 and 3.25
        assertThat(Bilinear.resize(new float[] {0, 1, 2, 3, 4, 5}, 1, 6, 1, 2)).containsExactly(1, 4);
        assertThat(Bilinear.resize(new float[] {0, 10, 20, 30, 40}, 1, 5, 1, 2)).containsExactly(7.5f, 32.5f);
    }

    @Test
    void an_odd_ratio_weighs_by_distance() {
        // 2 to 3: centres at -1/6, 1/2 and 7/6
        assertThat(Bilinear.resize(new float[] {1, 2}, 1, 2, 1, 3)).containsExactly(1, 1.5f, 2);
        // 3 to 5: centres at -0.2, 0.4, 1, 1.6, 2.2
        assertThat(Bilinear.resize(new float[] {0, 10, 30}, 1, 3, 1, 5))
                .containsExactly(new float[] {0, 4, 10, 22, 30}, within(1e-5f));
    }

    @Test
    void a_map_is_upsampled_with_its_signs() {
        SaliencyMap up = new LayerMap("x", 1, 2, new float[] {-4, 4}).upsample(2, 4);
        assertThat(up.height()).isEqualTo(2);
        assertThat(up.values()).containsExactly(-4, -2, 2, 4, -4, -2, 2, 4);
        assertThat(up.positivePart().values()).containsExactly(0, 0, 2, 4, 0, 0, 2, 4);
    }
}
