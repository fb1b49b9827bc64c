package org.stratigraph.core.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stratigraph.core.image.RgbImage;

class ImageFileTest {
    @TempDir
    private Path folder;

    @Test
    void the_content_decides_and_not_the_name() throws IOException {
        Path png = save("really-a-png.jpg", PngBytes.row(1, 8, PngBytes.RGB, 1, 2, 3));

        RgbImage image = ImageFile.read(png);

        assertThat(image.width()).isEqualTo(1);
        assertThat(image.height()).isEqualTo(1);
        assertThat(image.samples()).containsExactly(1, 2, 3);
    }

    @Test
    void text_named_png_is_refused_with_the_formats_that_are_read() throws IOException {
        refused(
                save("words.png", PngBytes.bytes('w', 'o', 'r', 'd', 's')),
                "words.png: its content is none of PNG, JPEG");
    }

    @Test
    void an_empty_file_is_refused() throws IOException {
        refused(save("empty.png", new byte[0]), "empty.png: it is empty");
    }

    @Test
    void a_missing_file_is_refused() {
        refused(folder.resolve("gone.png"), "gone.png: there is no such image file");
    }

    @Test
    void a_folder_is_refused() {
        refused(folder, folder + ": it is a folder");
    }

    @Test
    void a_cut_png_is_refused_wherever_it_is_cut() throws IOException {
        byte[] whole = PngBytes.row(1, 8, PngBytes.RGB, 1, 2, 3);
        for (int length = 8; length < whole.length; length++) {
            refused(save("cut.png", Arrays.copyOf(whole, length)), "cut.png as PNG: it is cut off after " + length);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour.jpg", "progressive.jpg"})
    void a_cut_jpeg_is_refused_wherever_it_is_cut(String name) throws IOException {
        byte[] whole = getClass().getResourceAsStream(name).readAllBytes();
        for (int length = whole.length - 1; length >= 3; length -= 7) { // from the missing last byte downwards
            refused(save("cut.jpg", Arrays.copyOf(whole, length)), "cut.jpg as JPEG: it is cut off after " + length);
        }
    }

    @Test
    void a_png_whose_pixels_end_early_is_refused() throws IOException {
        byte[] file =
                PngBytes.file(PngBytes.header(1, 3, 8, PngBytes.RGB), PngBytes.data(1, 2, 3), PngBytes.chunk("IEND"));

        refused(save("two-rows-missing.png", file), "two-rows-missing.png as PNG");
    }

    @Test
    void a_jpeg_without_a_picture_is_refused() throws IOException {
        refused(save("hollow.jpg", PngBytes.bytes(0xff, 0xd8, 0xff, 0xd9)), "hollow.jpg as JPEG: it has 0 colour");
    }

    @Test
    void a_hostile_size_is_refused_before_anything_is_decoded() throws IOException {
        byte[] png = PngBytes.file(
                PngBytes.header(60_000, 60_000, 8, PngBytes.RGB), PngBytes.data(1), PngBytes.chunk("IEND"));
        byte[] jpeg = getClass().getResourceAsStream("colour.jpg").readAllBytes();
        int frame = frameOf(jpeg);
        Arrays.fill(jpeg, frame + 5, frame + 9, (byte) 0xee); // height and width

        refused(save("huge.png", png), "huge.png as PNG: its header says 60000 x 60000 pixels, at most 100000000");
        refused(save("huge.jpg", jpeg), "huge.jpg as JPEG: its header says 61166 x 61166 pixels");
    }

    @Test
    void a_hostile_length_is_refused_before_anything_is_read() throws IOException {
        Path file = save("long.png", new byte[1]);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(ImageFile.MAX_BYTES + 1L);
        }

        refused(file, "long.png: it has 536870913 bytes, at most 536870912");
    }

    @Test
    void what_a_decoder_throws_names_the_file() throws IOException {
        byte[] palettePngWithoutPalette = PngBytes.row(1, 8, PngBytes.PALETTE, 0);
        byte[] depthOfSeven = PngBytes.row(1, 7, PngBytes.GREY, 0);

        refused(save("no-palette.png", palettePngWithoutPalette), "no-palette.png as PNG");
        refused(save("depth.png", depthOfSeven), "depth.png as PNG");
    }

    private static int frameOf(byte[] jpeg) {
        int at = 0;
        while ((jpeg[at] & 0xff) != 0xff || (jpeg[at + 1] & 0xff) != 0xc0) {
            at++;
        }
        return at;
    }

    private Path save(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static void refused(Path file, String message) {
        assertThatIOException().isThrownBy(() -> ImageFile.read(file)).withMessageContaining(message);
    }
}
