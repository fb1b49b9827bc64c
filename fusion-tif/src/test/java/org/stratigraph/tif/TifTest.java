package org.stratigraph.tif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.image.SaliencyMap;

/** TIF of maps that can be followed by hand, and of random ones against the text taken literally. */
class TifTest {
    @Test
    void each_layer_gives_its_own_band_of_ranks() {
        // L = 2, N = 4, alpha 0: layer 0 keeps ranks above s(1/2) = 2nd index = 2; layer 1 those above s(1) = 1,
        // clamped to s(1/2) = 2
        assertThat(fuse("0", row(4, 3, 2, 1), row(1, 2, 3, 4))).containsExactly(1f, 0.75f + 1f, 1f, 1f);
    }

    @Test
    void alpha_leaves_out_the_lower_ranks_of_every_layer() {
        // alpha 0.5: layer 0 keeps what exceeds s(1/4) = 3; layer 1 what exceeds s(1/2) = 2, clamped to s(1/4) = 3
        assertThat(fuse("0.5", row(4, 3, 2, 1), row(1, 2, 3, 4))).containsExactly(1f, 0f, 1f, 1f);
    }

    @Test
    void a_layer_whose_upper_threshold_is_zero_brings_nothing() {
        SaliencyMap sparse = row(5, -1, -2, -3); // s(1/2) = 0
        assertThat(parts("0", row(4, 3, 2, 1), sparse).get(1)).containsOnly(0f);
    }

    @Test
    void the_last_zero_threshold_keeps_every_positive_score_below_it() {
        SaliencyMap half = row(5, 4, -2, -3); // s(1/2) = 0: the band of layer 0 reaches down to 0
        assertThat(parts("0", half, row(1, 1, 1, 1)).get(0)).containsExactly(1f, 0.8f, 0f, 0f);
    }

    @Test
    void maps_that_are_constant_or_negative_bring_nothing() {
        for (SaliencyMap dull : List.of(row(3, 3, 3, 3), row(0, 0, 0, 0), row(-1, -2, -3, -4))) {
            assertThat(fuse("0", dull)).containsOnly(0f);
            assertThat(fuse("0.7", dull, row(1, 2, 3, 4), dull))
                    .isEqualTo(fuse("0.7", row(0, 0, 0, 0), row(1, 2, 3, 4), row(-1, 0, 0, 0)));
        }
    }

    @Test
    void pixels_tied_with_the_threshold_go_together() {
        assertThat(fuse("0", row(2, 1, 1, 1))).containsExactly(1f, 0f, 0f, 0f);
        // s(0) = s(1/4) = 2 in layer 0: the tie is broken for nobody
        assertThat(parts("0.5", row(2, 2, 1, 0), row(2, 2, 1, 0)).get(0)).containsOnly(0f);
    }

    @Test
    void a_single_layer_is_its_own_upper_band() {
        // L = 1: above s(1 - 0.5) = 2, clamped to s(0) = 4
        assertThat(fuse("0.5", row(4, 3, 2, 1))).containsExactly(1f, 0.75f, 0f, 0f);
    }

    @Test
    void a_single_pixel_brings_nothing_as_its_least_is_its_largest() {
        assertThat(fuse("0.7", row(3), row(5))).containsExactly(0f);
    }

    @Test
    void parts_are_one_per_layer_and_add_up() {
        List<SaliencyMap> maps = noise(new Random(5), 17, 12, 9);
        float[] sum = new float[12 * 9];
        for (float[] part : parts("0.7", maps.toArray(new SaliencyMap[0]))) {
            for (int pixel = 0; pixel < sum.length; pixel++) {
                sum[pixel] += part[pixel];
            }
        }
        assertThat(sum).isEqualTo(new Tif(Alpha.parse("0.7")).fuse(maps).values());
    }

    /** More layers than pixels, ties, blank and constant maps among them. */
    @Test
    void random_maps_as_the_text_taken_literally_has_them() {
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            List<SaliencyMap> maps =
                    noise(random, 1 + random.nextInt(20), 1 + random.nextInt(12), 1 + random.nextInt(12));
            for (String alpha : List.of("0", "0.5", "0.7", "0.9", "0.999")) {
                float[] got = new Tif(Alpha.parse(alpha)).fuse(maps).values();
                double[] expected = LiteralTif.fuse(maps, alpha);
                for (int pixel = 0; pixel < got.length; pixel++) {
                    assertThat((double) got[pixel])
                            .as("round %d, alpha %s, pixel %d", round, alpha, pixel)
                            .isCloseTo(expected[pixel], within(1e-5)); // float32 sums of twenty numbers up to 1
                }
            }
        }
    }

    /** A third of the maps have whole scores from -2 to 2, so that most pixels are tied; one in nine is all negative. */
    private static List<SaliencyMap> noise(Random random, int layers, int height, int width) {
        List<SaliencyMap> maps = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            boolean ties = random.nextInt(3) == 0;
            float shift = random.nextInt(9) == 0 ? -100 : 0;
            float[] values = new float[height * width];
            for (int pixel = 0; pixel < values.length; pixel++) {
                values[pixel] = shift + (ties ? random.nextInt(5) - 2 : (float) random.nextGaussian());
            }
            maps.add(new SaliencyMap(height, width, values));
        }
        return maps;
    }

    private static float[] fuse(String alpha, SaliencyMap... maps) {
        return new Tif(Alpha.parse(alpha)).fuse(List.of(maps)).values();
    }

    private static List<float[]> parts(String alpha, SaliencyMap... maps) {
        return new Tif(Alpha.parse(alpha))
                .parts(List.of(maps)).stream().map(SaliencyMap::values).toList();
    }

    private static SaliencyMap row(float... scores) {
        return new SaliencyMap(1, scores.length, scores);
    }
}
