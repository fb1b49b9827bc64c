package org.stratigraph.tif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranks in exact arithmetic; expected numbers by hand or by fractions of whole numbers. */
class AlphaTest {
    @Test
    void a_tenth_of_7680_pixels_is_768_and_not_what_doubles_make_of_it() {
        assertThat((int) ((1 - 0.9) * 7680)).isEqualTo(767);
        assertThat(Alpha.parse("0.9").rank(19, 19, 7680)).isEqualTo(768);
    }

    @Test
    void the_bands_of_alpha_0_share_out_all_pixels() {
        assertThat(Alpha.parse("0").rank(0, 4, 100)).isZero();
        assertThat(Alpha.parse("0").rank(1, 4, 100)).isEqualTo(25);
        assertThat(Alpha.parse("0").rank(4, 4, 100)).as("the last pixel's rank").isEqualTo(99);
    }

    @Test
    void a_map_of_fewer_pixels_than_layers_has_ranks_that_repeat() {
        assertThat(Alpha.parse("0.5").rank(3, 17, 4)).isZero();
        assertThat(Alpha.parse("0.5").rank(9, 17, 4)).isEqualTo(1);
        assertThat(Alpha.parse("0").rank(17, 17, 1)).isZero();
    }

    @Test
    void every_rank_of_many_settings_is_the_fraction_of_whole_numbers() {
        for (String alpha :
                new String[] {"0", "0.05", "0.1", "0.3", "0.5", "0.70", "7e-1", "0.9", "0.99", "0.333333333333"}) {
            for (int layers : new int[] {1, 4, 14, 17, 19}) {
                for (int pixels : new int[] {1, 7, 4096, 7680, 50176}) {
                    for (int layer = 0; layer <= layers; layer++) {
                        assertThat(Alpha.parse(alpha).rank(layer, layers, pixels))
                                .as("alpha %s, layer %d of %d, %d pixels", alpha, layer, layers, pixels)
                                .isEqualTo(LiteralTif.index(layer, layers, alpha, pixels));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.5", "-0.1", "NaN", "", "0,5", "half", "1e-999999999", "1e999999999"})
    void what_is_no_share_is_refused(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parts.fuser("tif:alpha=" + typed.replace(',', ';')))
                .withMessageContaining("'alpha' needs a decimal number from 0 up to, but not including, 1");
    }
}
