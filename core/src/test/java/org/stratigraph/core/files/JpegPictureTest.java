package org.stratigraph.core.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stratigraph.core.image.PixelSum;

/** The files are Pillow 11.3.0's, with libjpeg-turbo 3.1.1, and so are the sums of its convert("RGB"). */
class JpegPictureTest {
    @ParameterizedTest
    @CsvSource({
        "colour, d1cff3ff",
        "progressive, d1cff3ff",
        "grey, 0c1c9fba",
        "rgb-components, 4be18586",
        "cmyk, e5cd0f06",
        "quarter-right, 761d231f" // after ImageOps.exif_transpose
    })
    void gives_the_bytes_of_pillow(String name, String sum) throws IOException {
        assertThat(PixelSum.of(JpegPicture.decode(file(name)))).isEqualTo(sum);
    }

    @Test
    void a_colour_profile_is_not_applied() throws IOException {
        // sRGB with red and blue swapped; the same picture as colour.jpg otherwise
        assertThat(PixelSum.of(JpegPicture.decode(file("swapped-profile")))).isEqualTo("d1cff3ff");
    }

    @Test
    void the_adobe_segment_says_that_the_inks_are_ycck() throws IOException {
        byte[] file = file("cmyk");
        file[indexOf(file, "Adobe") + 11] = 2;

        assertThat(PixelSum.of(JpegPicture.decode(file))).isEqualTo("3b24fcc3");
    }

    @Test
    void colours_are_guessed_as_libjpeg_does_when_no_segment_names_them() throws IOException {
        byte[] file = file("colour");
        file[indexOf(file, "JFIF")] = 'X';

        assertThat(PixelSum.of(JpegPicture.decode(file))).isEqualTo("d1cff3ff");
    }

    @Test
    void a_lossless_process_is_refused() {
        byte[] file = PngBytes.bytes(0xff, 0xd8, 0xff, 0xc3, 0, 2, 0xff, 0xd9);

        assertThatIOException()
                .isThrownBy(() -> JpegPicture.decode(file))
                .withMessageContaining("(SOF3)")
                .withMessageContaining("baseline or progressive");
    }

    @Test
    void two_components_are_refused() {
        byte[] file =
                PngBytes.bytes(0xff, 0xd8, 0xff, 0xc0, 0, 14, 8, 0, 1, 0, 1, 2, 1, 0x11, 0, 2, 0x11, 0, 0xff, 0xd9);

        assertThatIOException().isThrownBy(() -> JpegPicture.decode(file)).withMessageContaining("2 colour components");
    }

    @Test
    void a_segment_shorter_than_its_length_field_is_refused() {
        byte[] file = PngBytes.bytes(0xff, 0xd8, 0xff, 0xe0, 0, 1, 0xff, 0xd9);

        assertThatIOException()
                .isThrownBy(() -> JpegPicture.decode(file))
                .withMessageContaining("the segment at byte 4");
    }

    private byte[] file(String name) throws IOException {
        return getClass().getResourceAsStream(name + ".jpg").readAllBytes();
    }

    private static int indexOf(byte[] file, String label) {
        return new String(file, StandardCharsets.ISO_8859_1).indexOf(label);
    }
}
