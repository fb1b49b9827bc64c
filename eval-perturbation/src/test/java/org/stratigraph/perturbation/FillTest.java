package org.stratigraph.perturbation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stratigraph.core.image.Tensor;

/** What removed pixels become, against slow loops. */
class FillTest {
    private static final int HEIGHT = 11;
    private static final int WIDTH = 9;
    private static final int PIXELS = HEIGHT * WIDTH;
    private static final Tensor PICTURE = picture(3);

    private static Tensor picture(long seed) {
        Random random = new Random(seed);
        float[] values = new float[3 * PIXELS];
        for (int at = 0; at < values.length; at++) {
            values[at] = (float) (random.nextGaussian() * (1 + at / PIXELS) + at / PIXELS);
        }
        return Tensor.of(values, 3, HEIGHT, WIDTH);
    }

    @ParameterizedTest
    @EnumSource
    void pixels_that_are_left_stay_what_they_were(Fill fill) {
        float[] before = PICTURE.toArray();
        Eraser eraser = fill.eraser(PICTURE, new Random(1));
        int[] order = shuffled();
        assertThat(eraser.picture().toArray()).as("nothing removed").isEqualTo(before);
        for (int removed = 0; removed < PIXELS; removed += 10) {
            eraser.remove(order, removed, Math.min(PIXELS, removed + 10));
            float[] now = eraser.picture().toArray();
            for (int rank = removed + 10; rank < PIXELS; rank++) {
                for (int at = order[rank]; at < now.length; at += PIXELS) {
                    assertThat(now[at]).isEqualTo(before[at]);
                }
            }
        }
        assertThat(PICTURE.toArray()).isEqualTo(before);
    }

    /** In one go or pixel by pixel: the end is the same; linear's guesses differ, so its solutions do by rounding. */
    @ParameterizedTest
    @EnumSource
    void the_way_does_not_matter(Fill fill) {
        int[] order = shuffled();
        Eraser slowly = fill.eraser(PICTURE, new Random(1));
        for (int removed = 1; removed <= PIXELS; removed++) {
            slowly.remove(order, removed - 1, removed);
            Eraser atOnce = fill.eraser(PICTURE, new Random(1));
            atOnce.remove(order, 0, removed);
            assertThat(slowly.picture().toArray())
                    .as("%d pixels removed", removed)
                    .containsExactly(atOnce.picture().toArray(), within(1e-5f));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_picture_given_away_does_not_change(Fill fill) {
        Eraser eraser = fill.eraser(PICTURE, new Random(1));
        Tensor given = eraser.picture();
        eraser.remove(shuffled(), 0, 50);
        assertThat(given.toArray()).isEqualTo(PICTURE.toArray());
    }

    @ParameterizedTest
    @EnumSource
    void chance_alone_decides_what_is_random(Fill fill) {
        float[] filled = filled(fill, PICTURE, 1);
        assertThat(filled(fill, PICTURE, 1)).isEqualTo(filled);
        boolean random = fill == Fill.NOISE || fill == Fill.LINEAR;
        assertThat(Arrays.equals(filled(fill, PICTURE, 2), filled)).isNotEqualTo(random);
    }

    @Test
    void zero_is_zero() {
        assertThat(filled(Fill.ZERO, PICTURE, 1)).containsOnly(0f);
    }

    @Test
    void mean_is_each_channels_own() {
        float[] filled = filled(Fill.MEAN, PICTURE, 1);
        for (int at = 0; at < filled.length; at++) {
            assertThat(filled[at]).isEqualTo((float) mean(at / PIXELS));
        }
    }

    private static double mean(int channel) {
        return IntStream.range(0, PIXELS)
                .mapToDouble(pixel -> PICTURE.values().get(channel * PIXELS + pixel))
                .average()
                .orElseThrow();
    }

    /** Over many pictures of noise, its mean lies within four standard errors of the channel's, its variance within 5 %. */
    @Test
    void noise_is_normal_with_each_channels_own_mean_and_deviation() {
        int draws = 200;
        for (int channel = 0; channel < 3; channel++) {
            double mean = mean(channel);
            double variance = 0;
            for (int pixel = 0; pixel < PIXELS; pixel++) {
                variance += Math.pow(PICTURE.values().get(channel * PIXELS + pixel) - mean, 2) / PIXELS;
            }
            double sum = 0;
            double squares = 0;
            for (int draw = 0; draw < draws; draw++) {
                float[] filled = filled(Fill.NOISE, PICTURE, draw);
                for (int pixel = 0; pixel < PIXELS; pixel++) {
                    sum += filled[channel * PIXELS + pixel] - mean;
                    squares += Math.pow(filled[channel * PIXELS + pixel] - mean, 2);
                }
            }
            int numbers = draws * PIXELS;
            assertThat(sum / numbers).isCloseTo(0, within(4 * Math.sqrt(variance / numbers)));
            assertThat(squares / numbers / variance).isCloseTo(1, within(0.05));
        }
    }

    /** The Gaussian of a whole window at once, where the code goes along rows and then along columns. */
    @Test
    void blur_is_a_gaussian_of_the_pixels_that_there_are() {
        int height = 40; // more than the Gaussian reaches
        int width = 7;
        Random random = new Random(2);
        float[] values = new float[2 * height * width];
        for (int at = 0; at < values.length; at++) {
            values[at] = (float) random.nextGaussian();
        }
        float[] blurred = GaussianBlur.of(Tensor.of(values, 2, height, width));
        for (int at = 0; at < values.length; at++) {
            int channel = at / (height * width);
            int y = at / width % height;
            int x = at % width;
            double sum = 0;
            double weight = 0;
            for (int v = Math.max(0, y - 15); v <= Math.min(height - 1, y + 15); v++) {
                for (int u = Math.max(0, x - 15); u <= Math.min(width - 1, x + 15); u++) {
                    double gauss = Math.exp(-((v - y) * (v - y) + (u - x) * (u - x)) / 50.0);
                    sum += gauss * values[(channel * height + v) * width + u];
                    weight += gauss;
                }
            }
            assertThat((double) blurred[at]).isCloseTo(sum / weight, within(1e-6));
        }
    }

    @Test
    void a_blurred_flat_picture_is_the_same_up_to_its_border() {
        float[] flat = new float[3 * PIXELS];
        Arrays.fill(flat, 0.7f);
        assertThat(GaussianBlur.of(Tensor.of(flat, 3, HEIGHT, WIDTH))).containsExactly(flat, within(1e-6f));
    }

    /** Gaussian elimination of the full system, for scattered pixels, a block, one that is left, and one removed. */
    @ParameterizedTest
    @ValueSource(strings = {"scattered", "block", "all but one", "one", "border"})
    void linear_solves_for_means_of_neighbours(String which) {
        IntPredicate gone = pixel -> switch (which) {
            case "scattered" -> pixel * 7 % 10 < 6;
            case "block" -> pixel / WIDTH > 2 && pixel / WIDTH < 9 && pixel % WIDTH < 6;
            case "all but one" -> pixel != 13;
            case "one" -> pixel == 40;
            default -> pixel / WIDTH == 0 || pixel % WIDTH == WIDTH - 1;
        };
        int[] order = IntStream.range(0, PIXELS).filter(gone).toArray();
        Eraser eraser = Fill.LINEAR.eraser(PICTURE, new Random(4));
        eraser.remove(order, 0, order.length);
        float[] imputed = eraser.picture().toArray();
        Random chance = new Random(4);
        for (int channel = 0; channel < 3; channel++) {
            double[] expected = Elimination.neighbourMeans(
                    HEIGHT, WIDTH, PICTURE.slice(channel).toArray(), order);
            for (int pixel = 0; pixel < PIXELS; pixel++) {
                double noise = 0.01 * chance.nextGaussian();
                if (gone.test(pixel)) {
                    assertThat((double) imputed[channel * PIXELS + pixel])
                            .as("channel %d, pixel %d", channel, pixel)
                            .isCloseTo(expected[pixel] + noise, within(1e-5));
                }
            }
        }
    }

    @Test
    void linear_is_the_mean_where_nothing_is_left() {
        float[] filled = filled(Fill.LINEAR, PICTURE, 4);
        Random chance = new Random(4);
        for (int at = 0; at < filled.length; at++) {
            assertThat((double) filled[at]).isCloseTo(mean(at / PIXELS) + 0.01 * chance.nextGaussian(), within(1e-6));
        }
    }

    private static float[] filled(Fill fill, Tensor picture, long seed) {
        Eraser eraser = fill.eraser(picture, new Random(seed));
        eraser.remove(shuffled(), 0, PIXELS);
        return eraser.picture().toArray();
    }

    private static int[] shuffled() {
        return IntStream.range(0, PIXELS).map(rank -> rank * 37 % PIXELS).toArray();
    }
}
