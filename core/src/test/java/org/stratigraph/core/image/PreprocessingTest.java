package org.stratigraph.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreprocessingTest {
    private static final float[] ZERO = {0, 0, 0};
    private static final float[] ONE = {1, 1, 1};

    /**
     * Expected sums: zlib.crc32 of the samples and of the big-endian float32 input that torchvision's rules (Resize,
     * CenterCrop, ToTensor, Normalize), written out in numpy 2.4, give with Pillow 11.3.0. The third case pads both
     * axes, the last one only one of them.
     */
    @ParameterizedTest
    @CsvSource({
        "37, 23, 256, 224, 224, 6a9fc4bf, 30e50e12",
        "23, 37, 256, 224, 224, 476654e6, 45b4e2f5",
        "37, 23, 20, 31, 24, e35df760, 31130476",
        "37, 23, 64, 64, 64, 2fea8a54, 61d11bc6",
        "100, 41, 40, 17, 40, c99e442c, 63d4d2ba"
    })
    void gives_what_torchvision_gives(
            int width, int height, int shorter, int cropHeight, int cropWidth, String view, String input) {
        Preprocessing imagenet = Preprocessing.imagenet();
        Preprocessing preprocessing =
                new Preprocessing(shorter, cropHeight, cropWidth, imagenet.mean(), imagenet.std());

        assertThat(PixelSum.of(preprocessing.view(Pattern.of(width, height)))).isEqualTo(view);
        assertThat(PixelSum.of(preprocessing.apply(Pattern.of(width, height)))).isEqualTo(input);
    }

    @Test
    void imagenet_normalises_each_channel_in_float32() {
        RgbImage grey = new RgbImage(1, 1, new byte[] {(byte) 128, (byte) 128, (byte) 128});

        Tensor input = Preprocessing.imagenet().apply(grey);

        assertThat(input.shape()).containsExactly(3, 224, 224);
        // numpy: (float32(128) / float32(255) - mean) / std
        assertThat(input.slice(0).toArray()).containsOnly(0.07406463f);
        assertThat(input.slice(1).toArray()).containsOnly(0.2051822f);
        assertThat(input.slice(2).toArray()).containsOnly(0.42649257f);
    }

    @ParameterizedTest
    @CsvSource({"3, 0", "5, 2", "7, 2", "9, 4"}) // offsets 0.5, 1.5, 2.5 and 3.5 go to the even neighbour
    void half_an_offset_is_rounded_as_python_does(int side, int offset) {
        RgbImage image = Pattern.of(side, side);

        RgbImage view = new Preprocessing(side, 2, 2, ZERO, ONE).view(image);

        assertThat(view.sample(0, 0, 0)).isEqualTo(image.sample(offset, offset, 0));
    }

    @Test
    void a_smaller_picture_gets_a_black_frame_with_the_odd_line_at_the_end() {
        RgbImage white = new RgbImage(1, 1, new byte[] {-1, -1, -1});

        Tensor input = new Preprocessing(1, 2, 4, ZERO, ONE).apply(white);

        assertThat(input.slice(0).toArray()).containsExactly(0, 1, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void exactly_leaves_the_pixels_alone() {
        RgbImage image = Pattern.of(4, 3);
        Preprocessing preprocessing = Preprocessing.exactly(3, 4, ZERO, ONE);

        assertThat(preprocessing.view(image).samples()).isEqualTo(image.samples());
        assertThat(preprocessing.apply(image).values().get(13)).isEqualTo((7 + 29) / 255f); // green at (0, 1)
    }

    @Test
    void exactly_refuses_another_size() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Preprocessing.exactly(3, 4, ZERO, ONE).view(Pattern.of(3, 4)))
                .withMessageContaining("exactly 4 x 3 pixels, given 3 x 4");
    }

    @ParameterizedTest
    @CsvSource({"100000, 10", "10, 100000", "1, 1000000"}) // 2.5 million to 256 million resized pixels along the strip
    void a_strip_costs_no_more_than_its_crop(int width, int height) {
        byte[] samples = new byte[3 * width * height];
        Arrays.fill(samples, (byte) 77);

        RgbImage view = Preprocessing.imagenet().view(new RgbImage(width, height, samples));

        assertThat(view.samples()).hasSize(3 * 224 * 224).containsOnly(77);
    }

    @Test
    void numbers_that_cannot_be_meant_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Preprocessing(256, 0, 224, ZERO, ONE))
                .withMessageContaining("crop 0 x 224");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Preprocessing.exactly(8, 8, ZERO, new float[] {1, 0, 1}))
                .withMessageContaining("std needs finite numbers above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Preprocessing.exactly(8, 8, new float[] {0, Float.NaN, 0}, ONE))
                .withMessageContaining("mean needs finite numbers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Preprocessing.exactly(8, 8, new float[1], ONE))
                .withMessageContaining("mean needs one number each");
    }

    @Test
    void arrays_are_copied_in_and_out() {
        float[] mean = {1, 2, 3};
        Preprocessing preprocessing = Preprocessing.exactly(1, 1, mean, ONE);
        mean[0] = 9;
        preprocessing.mean()[1] = 9;

        assertThat(preprocessing.mean()).containsExactly(1, 2, 3);
    }
}
