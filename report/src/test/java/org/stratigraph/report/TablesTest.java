package org.stratigraph.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {
    @TempDir
    Path folder;

    @Test
    void cells_that_hold_commas_or_quotes_are_quoted() throws IOException {
        Path file = folder.resolve("table.csv");

        CsvFile.write(List.of(List.of("a", "b"), List.of("tif:x=1,y=2", "say \"no\"\n"), List.of(0.1, 3)), file);

        assertThat(Files.readString(file)).isEqualTo("a,b\r\n\"tif:x=1,y=2\",\"say \"\"no\"\"\n\"\r\n0.1,3\r\n");
    }

    @Test
    void a_markdown_table_is_as_wide_as_its_cells_and_keeps_its_bars() {
        assertThat(MarkdownTable.lines(List.of(List.of("a", "long head"), List.of("x | y", "1"))))
                .containsExactly(
                        "| a      | long head |", //
                        "|--------|-----------|",
                        "| x \\| y | 1         |");
    }

    @Test
    void a_scatter_shows_its_points() throws IOException {
        Path one = folder.resolve("one.png");
        Path two = folder.resolve("two.png");

        new Chart("t", "x", "y").point("a", 0, 0).write(one);
        new Chart("t", "x", "y").point("a", 0, 0).point("b", 1, 1).write(two);

        assertThat(colours(ImageIO.read(two.toFile()))).isGreaterThan(colours(ImageIO.read(one.toFile())));
    }

    @Test
    void a_chart_shows_its_curves() throws IOException {
        Path empty = folder.resolve("flat.png");
        Path file = folder.resolve("chart.png");

        new Chart("t", "depth", "score")
                .curve("flat", List.of(0.0, 1.0), List.of(0.5, 0.5))
                .write(empty);
        new Chart("t", "depth", "score")
                .curve("flat", List.of(0.0, 1.0), List.of(0.5, 0.5))
                .curve("steep", List.of(0.0, 0.5, 1.0), List.of(0.1, 0.9, 0.2))
                .write(file);

        BufferedImage chart = ImageIO.read(file.toFile());
        assertThat(colours(chart)).isGreaterThan(colours(ImageIO.read(empty.toFile())));
    }

    private static long colours(BufferedImage image) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
                .distinct()
                .count();
    }
}
