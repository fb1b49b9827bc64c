package org.stratigraph.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.RgbImage;

class OverlayTest {
    private static final RgbImage BLACK = new RgbImage(4, 4, new byte[48]);

    @Test
    void evidence_for_is_red_evidence_against_is_blue_and_zero_shows_the_picture() {
        LayerMap map = new LayerMap("l", 1, 3, new float[] {2, 0, -2});
        BufferedImage picture = new Overlay(new RgbImage(3, 1, new byte[9]), map, 2).draw();

        Color positive = new Color(picture.getRGB(0, 0));
        Color nothing = new Color(picture.getRGB(1, 0));
        Color negative = new Color(picture.getRGB(2, 0));
        assertThat(positive.getRed()).isGreaterThan(positive.getBlue() + 100);
        assertThat(negative.getBlue()).isGreaterThan(negative.getRed() + 100);
        assertThat(nothing).isEqualTo(new Color(115, 115, 115)); // 255 - 0.55 * 255, the pale grey of black
    }

    @Test
    void a_coarse_map_lies_over_the_part_of_the_picture_that_it_belongs_to() {
        LayerMap map = new LayerMap("l", 2, 2, new float[] {0, 0, 0, 1});
        BufferedImage picture = Overlay.of(BLACK, map).draw();

        assertThat(new Color(picture.getRGB(3, 3)).getRed()).isGreaterThan(200);
        assertThat(new Color(picture.getRGB(0, 0)).getRed()).isEqualTo(115);
        assertThat(new Color(picture.getRGB(3, 0)).getRed()).isEqualTo(115);
    }

    @Test
    void a_single_outlier_does_not_pale_the_rest() {
        float[] values = new float[1000];
        Arrays.fill(values, 1);
        values[17] = 1000;

        assertThat(Overlay.of(BLACK, new LayerMap("l", 10, 100, values)).scale())
                .isEqualTo(1);
    }

    @Test
    void a_map_of_a_few_spots_is_scaled_by_them() {
        float[] values = new float[10_000];
        values[5] = -3;

        Overlay overlay = Overlay.of(BLACK, new LayerMap("l", 100, 100, values));

        assertThat(overlay.scale()).isEqualTo(3);
        assertThat(overlay.blank()).isFalse();
    }

    @Test
    void a_blank_map_says_so_and_shows_the_picture() {
        Overlay overlay = Overlay.of(BLACK, new LayerMap("l", 2, 2, new float[4]));

        assertThat(overlay.blank()).isTrue();
        assertThat(new Color(overlay.draw().getRGB(2, 2))).isEqualTo(new Color(115, 115, 115));
    }

    @Test
    void a_map_that_prefers_no_place_says_so() {
        float above = 2 + 1e-6f;

        assertThat(Overlay.of(BLACK, new LayerMap("l", 1, 3, new float[] {2, 2, above}))
                        .uniform())
                .isTrue();
        assertThat(Overlay.of(BLACK, new LayerMap("l", 1, 3, new float[] {2, 2, 1}))
                        .uniform())
                .isFalse();
    }
}
