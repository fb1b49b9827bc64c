package org.stratigraph.zoo.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RgbTest {
    @Test
    void a_colour_has_the_luma_asked_for() {
        Dice dice = Dice.of(4);
        for (int i = 0; i < 1000; i++) {
            double luma = dice.between(0, 1);
            Rgb colour = Rgb.of(dice.between(0, 1), dice.between(0, 1), luma);
            assertThat(colour.luma()).isCloseTo(luma, within(1e-9));
            assertThat(List.of(colour.red(), colour.green(), colour.blue()))
                    .allSatisfy(part -> assertThat(part).isBetween(-1e-9, 1 + 1e-9));
        }
    }

    @Test
    void hues_run_from_red_over_green_and_blue() {
        assertThat(Rgb.of(0, 1, 0.299)).isEqualTo(new Rgb(1, 0, 0));
        assertThat(Rgb.of(1 / 3.0, 1, 0.587).green()).isCloseTo(1, within(1e-9));
        assertThat(Rgb.of(2 / 3.0, 1, 0.114).blue()).isCloseTo(1, within(1e-9));
        assertThat(Rgb.of(0.2, 0, 0.5)).isEqualTo(new Rgb(0.5, 0.5, 0.5));
    }
}
