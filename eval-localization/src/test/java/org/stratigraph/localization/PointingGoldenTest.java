package org.stratigraph.localization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.files.SafeTensors;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.spi.Case;
import org.stratigraph.core.spi.Metric;
import org.stratigraph.core.spi.SampleObject;

/** The energy-based pointing game against numbers computed with numpy in float64 and stored as float32. */
class PointingGoldenTest {
    /** The rounding of the stored numbers, which are at most 1. */
    private static final double STORED = 6e-8;

    private static final int HEIGHT = 60;
    private static final int WIDTH = 64;

    private final SafeTensors golden = open();

    @Test
    void every_map_and_its_boxes() throws IOException {
        float[] expected = golden.floats("ebpg").toArray();
        Metric metric = Parts.metric("energy-pointing-game:largest=1");
        try (Cases cases = new Cases()) {
            for (int i = 0; i < expected.length; i++) {
                assertThat(score(metric, cases, i)).as("map %d", i).isCloseTo(expected[i], within(STORED));
            }
        }
    }

    @Test
    void the_same_pictures_are_kept_and_have_the_same_mean() throws IOException {
        long[] kept = golden.integers("kept");
        Metric metric = Parts.metric("energy-pointing-game");
        try (Cases cases = new Cases()) {
            for (int i = 0; i < kept.length; i++) {
                assertThat(metric.questions(sample(cases, i)))
                        .as("picture %d", i)
                        .hasSize((int) kept[i]);
            }
            double mean = 0;
            for (int i = 0; i < kept.length; i++) {
                mean += kept[i] == 1
                        ? score(metric, cases, i) / Arrays.stream(kept).sum()
                        : 0;
            }
            assertThat(mean).isCloseTo(golden.floats("mean_of_kept").toArray()[0], within(STORED));
        }
    }

    private double score(Metric metric, Cases cases, int picture) throws IOException {
        Tensor maps = golden.floats("maps");
        SaliencyMap map = new SaliencyMap(HEIGHT, WIDTH, maps.slice(picture).toArray());
        return metric.score(sample(cases, picture), List.of(map)).value();
    }

    /** The boxes are rows of picture, x0, y0, x1, y1. */
    private Case sample(Cases cases, int picture) throws IOException {
        int[] rows = Arrays.stream(golden.integers("boxes"))
                .mapToInt(Math::toIntExact)
                .toArray();
        return cases.exactly(
                HEIGHT,
                WIDTH,
                IntStream.range(0, rows.length / 5)
                        .map(row -> 5 * row)
                        .filter(at -> rows[at] == picture)
                        .mapToObj(at -> Cases.boxed(0, rows[at + 1], rows[at + 2], rows[at + 3], rows[at + 4]))
                        .toArray(SampleObject[]::new));
    }

    private static SafeTensors open() {
        try {
            return SafeTensors.open(Path.of(PointingGoldenTest.class
                    .getResource("/golden/pointing.safetensors")
                    .toURI()));
        } catch (IOException | URISyntaxException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
