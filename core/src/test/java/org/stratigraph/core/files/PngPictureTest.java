package org.stratigraph.core.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.image.PixelSum;

/** Expected samples by hand; they are Pillow's too, but for 16-bit grey. */
class PngPictureTest {
    @Test
    void grey_is_replicated_without_gamma() throws IOException {
        assertThat(samples(PngBytes.row(2, 8, PngBytes.GREY, 60, 200)))
                .isEqualTo(PngBytes.bytes(60, 60, 60, 200, 200, 200));
    }

    @Test
    void sixteen_bits_keep_the_high_byte() throws IOException {
        assertThat(samples(PngBytes.row(1, 16, PngBytes.GREY, 0x12, 0xff))).isEqualTo(PngBytes.bytes(0x12, 0x12, 0x12));
        assertThat(samples(PngBytes.row(1, 16, PngBytes.RGB, 0x12, 0xff, 0x80, 0, 0xfe, 0xff)))
                .isEqualTo(PngBytes.bytes(0x12, 0x80, 0xfe));
    }

    @Test
    void alpha_is_dropped_and_the_colour_beneath_it_kept() throws IOException {
        assertThat(samples(PngBytes.row(2, 8, PngBytes.RGBA, 10, 20, 30, 0, 40, 50, 60, 128)))
                .isEqualTo(PngBytes.bytes(10, 20, 30, 40, 50, 60));
        assertThat(samples(PngBytes.row(2, 8, PngBytes.GREY_ALPHA, 70, 0, 80, 128)))
                .isEqualTo(PngBytes.bytes(70, 70, 70, 80, 80, 80));
        assertThat(samples(PngBytes.row(1, 16, PngBytes.GREY_ALPHA, 70, 1, 80, 2)))
                .isEqualTo(PngBytes.bytes(70, 70, 70));
    }

    @Test
    void a_transparent_colour_stays_what_it_is() throws IOException {
        byte[] file = PngBytes.file(
                PngBytes.header(2, 1, 8, PngBytes.RGB),
                PngBytes.chunk("tRNS", 0, 10, 0, 20, 0, 30),
                PngBytes.data(10, 20, 30, 40, 50, 60),
                PngBytes.chunk("IEND"));

        assertThat(samples(file)).isEqualTo(PngBytes.bytes(10, 20, 30, 40, 50, 60));
    }

    @Test
    void a_palette_is_expanded() throws IOException {
        byte[] file = PngBytes.file(
                PngBytes.header(3, 1, 4, PngBytes.PALETTE),
                PngBytes.chunk("PLTE", 1, 2, 3, 250, 251, 252, 7, 8, 9),
                PngBytes.chunk("tRNS", 255, 0),
                PngBytes.data(0x12, 0x00),
                PngBytes.chunk("IEND"));

        assertThat(samples(file)).isEqualTo(PngBytes.bytes(250, 251, 252, 7, 8, 9, 1, 2, 3));
    }

    @Test
    void few_bits_are_spread_over_the_whole_range() throws IOException {
        assertThat(samples(PngBytes.row(3, 1, PngBytes.GREY, 0b010_00000)))
                .isEqualTo(PngBytes.bytes(0, 0, 0, 255, 255, 255, 0, 0, 0));
        assertThat(samples(PngBytes.row(2, 2, PngBytes.GREY, 0b01_10_0000)))
                .isEqualTo(PngBytes.bytes(85, 85, 85, 170, 170, 170));
        assertThat(samples(PngBytes.row(1, 4, PngBytes.GREY, 0x70))).isEqualTo(PngBytes.bytes(119, 119, 119));
    }

    @Test
    void the_orientation_in_an_exif_chunk_is_applied() throws IOException {
        byte[] file = getClass().getResourceAsStream("quarter-right.png").readAllBytes();

        // Pillow 11.3.0 wrote the file; the sum is that of its ImageOps.exif_transpose
        assertThat(PixelSum.of(PngPicture.decode(file))).isEqualTo("448bcac1");
    }

    @Test
    void a_chunk_that_differs_from_its_checksum_is_refused() {
        byte[] file = PngBytes.row(1, 8, PngBytes.GREY, 60);
        file[20] ^= 4; // in the header: the width

        assertThatIOException()
                .isThrownBy(() -> PngPicture.decode(file))
                .withMessageContaining("the chunk that begins at byte 8 differs from its checksum");
    }

    @Test
    void a_length_beyond_the_file_or_below_zero_is_a_cut() {
        byte[] file = PngBytes.row(1, 8, PngBytes.GREY, 60);
        file[8] = (byte) 0xff;

        assertThatIOException()
                .isThrownBy(() -> PngPicture.decode(file))
                .withMessageContaining("cut off after " + file.length + " bytes, in the chunk that begins at 8");
    }

    private static byte[] samples(byte[] file) throws IOException {
        return PngPicture.decode(file).samples();
    }
}
