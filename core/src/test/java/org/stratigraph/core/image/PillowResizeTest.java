package org.stratigraph.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PillowResizeTest {
    /** Expected sums: zlib.crc32(pattern.resize((width, height), Image.BILINEAR).tobytes()) with Pillow 11.3.0. */
    @ParameterizedTest
    @CsvSource({
        "37, 23, 591b23d7",
        "74, 46, f74ddd90",
        "16, 9, da8276ad",
        "37, 10, 0fe83d17",
        "9, 23, 5b9751a0",
        "1, 1, e5f31066",
        "300, 5, 9ed6800f",
        "5, 300, d9165b4a",
        "411, 256, 122eb74e"
    })
    void gives_the_bytes_of_pillow(int width, int height, String sum) {
        RgbImage resized = PillowResize.bilinear(Pattern.of(37, 23), height, width);

        assertThat(resized.width()).isEqualTo(width);
        assertThat(resized.height()).isEqualTo(height);
        assertThat(PixelSum.of(resized)).isEqualTo(sum);
    }

    @Test
    void two_pixels_become_their_rounded_mean() {
        RgbImage pair = new RgbImage(2, 1, new byte[] {10, 20, 0, 13, 20, (byte) 255});

        assertThat(PillowResize.bilinear(pair, 1, 1).samples()).containsExactly(12, 20, 128);
    }

    @Test
    void a_single_pixel_fills_any_size() {
        RgbImage pixel = new RgbImage(1, 1, new byte[] {1, 2, 3});

        assertThat(PillowResize.bilinear(pixel, 2, 2).samples()).containsExactly(1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3);
    }

    @Test
    void a_stretch_equals_that_part_of_the_whole() {
        RgbImage image = Pattern.of(37, 23);
        RgbImage whole = PillowResize.bilinear(image, 11, 50);
        RgbImage part = PillowResize.bilinear(image, new Axis(23, 11, 3, 6), new Axis(37, 50, 20, 25));

        for (int y = 0; y < 6; y++) {
            for (int x = 0; x < 25; x++) {
                assertThat(part.sample(y, x, 1)).isEqualTo(whole.sample(y + 3, x + 20, 1));
            }
        }
    }

    @Test
    void a_size_of_zero_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PillowResize.bilinear(Pattern.of(2, 2), 0, 5))
                .withMessageContaining("5 x 0");
    }
}
