package org.stratigraph.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stratigraph.core.files.ImageFile;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.RgbImage;

class FilesTest {
    @TempDir
    Path folder;

    @Test
    void a_png_gives_back_the_pixels_that_went_in() throws IOException {
        RgbImage image = new RgbImage(2, 1, new byte[] {1, 2, 3, (byte) 250, (byte) 251, (byte) 252});
        Path file = folder.resolve("deep/er/image.png");

        PngFile.write(image, file);

        assertThat(ImageFile.read(file).samples()).isEqualTo(image.samples());
    }

    @Test
    void a_png_needs_no_place_but_its_own() throws IOException {
        Path cache = Files.createDirectory(folder.resolve("cache"));
        ImageIO.setCacheDirectory(cache.toFile());
        try {
            Files.delete(cache); // as little use as a full disk

            PngFile.write(new RgbImage(1, 1, new byte[3]), folder.resolve("image.png"));

            assertThat(folder.resolve("image.png")).isNotEmptyFile();
        } finally {
            ImageIO.setCacheDirectory(null);
        }
    }

    @Test
    void a_sheet_has_a_cell_for_the_picture_and_one_for_each_layer() {
        RgbImage image = new RgbImage(224, 224, new byte[3 * 224 * 224]);
        Overlay overlay = Overlay.of(image, new LayerMap("layer1.0", 2, 2, new float[] {1, 0, -1, 0}));

        BufferedImage four = new ContactSheet("title", image, List.of(overlay, overlay, overlay)).draw();
        BufferedImage six =
                new ContactSheet("title", image, List.of(overlay, overlay, overlay, overlay, overlay)).draw();

        assertThat(six.getWidth()).isEqualTo(5 * 234 + 10);
        assertThat(six.getHeight() - four.getHeight()).as("a second row").isEqualTo(224 + 34 + 10);
        assertThat(four.getRGB(10, 40) & 0xffffff)
                .as("the picture itself, black")
                .isZero();
        assertThat(four.getRGB(10 + 234, 40) & 0xffffff)
                .as("the first overlay, red")
                .isEqualTo(0xd6181f);
    }

    @Test
    void a_page_shows_every_picture_with_words_for_those_who_cannot_see_it() throws IOException {
        Path page = folder.resolve("index.html");

        new IndexPage(
                        "A <title>",
                        "intro",
                        List.of(new IndexPage.Section(
                                "heading", "text", List.of(new IndexPage.Picture("a/b.png", "cat & \"dog\"")))))
                .write(page);

        assertThat(Files.readString(page))
                .contains("<title>A &lt;title&gt;</title>", "<h2>heading</h2>")
                .contains("<img src=\"a/b.png\" alt=\"cat &amp; &quot;dog&quot;\">")
                .doesNotContain("<script", "http");
    }

    @Test
    void json_keeps_the_order_of_keys_and_the_numbers() throws IOException {
        Path file = folder.resolve("result.json");
        record Point(int x, double y) {}

        JsonFile.write(new TreeMap<>(Map.of("b", List.of(new Point(1, 0.5)), "a", "x")), file);

        assertThat(Files.readString(file).replaceAll("\\s", "")).isEqualTo("{\"a\":\"x\",\"b\":[{\"x\":1,\"y\":0.5}]}");
    }
}
