package org.stratigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stratigraph.core.files.SafeTensors;
import org.stratigraph.core.files.SafeTensorsWriter;
import org.stratigraph.core.image.Tensor;

/** What {@code explain --fuse} writes, and what it refuses. */
class ExplainFusionTest {
    @TempDir
    Path folder;

    private Cli explain(Object... more) {
        Object[] fixed = {"explain", "--model", "resnet50", "--weights", Cli.thinResNet()};
        return Cli.run(Stream.concat(Stream.of(fixed), Stream.of(more)).toArray());
    }

    @Test
    void several_fusers_and_alphas_come_from_one_set_of_maps_of_the_input_and_all_blocks() throws IOException {
        Path raw = folder.resolve("raw.safetensors");

        Cli run = explain(
                "--tensor",
                batch(),
                "--method",
                "gradient",
                "--method",
                "input-x-gradient",
                "--fuse",
                "tif:alpha=0.5/0.9",
                "--fuse",
                "tif",
                "--fuse",
                "max",
                "--raw",
                raw);

        assertThat(run.exitCode()).as(run.err()).isZero();
        SafeTensors arrays = SafeTensors.open(raw);
        for (String method : new String[] {"gradient", "input-x-gradient"}) {
            assertThat(arrays.names().stream().filter(name -> name.startsWith(method + "/")))
                    .hasSize(17 + 4)
                    .contains(method + "/input", method + "/layer1.0", method + "/layer4.2")
                    .doesNotContain(method + "/relu", method + "/tif/parts")
                    .contains(method + "/tif:alpha=0.5", method + "/tif:alpha=0.9", method + "/tif", method + "/max");
        }
        assertThat(arrays.shape("gradient/tif:alpha=0.5")).containsExactly(2, 64, 48);
        for (float score : arrays.floats("gradient/tif").toArray()) {
            assertThat(score).isBetween(0f, 17f);
        }
    }

    @Test
    void parts_are_one_per_layer_and_add_up_to_the_fused_map() throws IOException {
        Path raw = folder.resolve("raw.safetensors");
        Path batch = batch();

        Cli run = explain(
                "--tensor",
                batch,
                "--method",
                "input-x-gradient",
                "--layers",
                "input",
                "--layers",
                "named:layer2.0,layer4.2",
                "--fuse",
                "tif",
                "--fuse",
                "last",
                "--parts",
                "--raw",
                raw);

        assertThat(run.exitCode()).as(run.err()).isZero();
        SafeTensors arrays = SafeTensors.open(raw);
        assertThat(arrays.names()).doesNotContain("input-x-gradient/last/parts");
        assertThat(arrays.shape("input-x-gradient/tif/parts")).containsExactly(2, 3, 64, 48);
        Tensor fused = arrays.floats("input-x-gradient/tif").slice(1);
        Tensor parts = arrays.floats("input-x-gradient/tif/parts").slice(1);
        for (int pixel = 0; pixel < 64 * 48; pixel++) {
            double sum = 0;
            for (int layer = 0; layer < 3; layer++) {
                sum += parts.slice(layer).values().get(pixel);
            }
            assertThat(sum).isCloseTo(fused.values().get(pixel), offset(1e-5));
        }
    }

    @Test
    void a_fused_map_has_an_overlay_a_cell_on_the_sheet_and_a_place_in_the_record() throws IOException {
        Path out = folder.resolve("out");
        Path disc = Cli.picture(folder, "disc.png");

        Cli run = explain(
                "--image",
                disc,
                "--method",
                "gradient",
                "--layers",
                "input",
                "--layers",
                "last-conv",
                "--fuse",
                "tif:alpha=0.5",
                "--parts",
                "--out",
                out);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(width(out.resolve("disc-gradient/fused-tif_alpha=0.5.png"))).isEqualTo(224);
        assertThat(width(out.resolve("disc-gradient.png")))
                .as("the picture, two layers, the fused map")
                .isGreaterThan(4 * 224);
        assertThat(width(out.resolve("disc-gradient/parts-tif_alpha=0.5.png"))).isGreaterThan(4 * 224);
        assertThat(Files.readString(out.resolve("result.json")))
                .contains("\"fuser\" : \"tif:alpha=0.5\"", "fused-tif_alpha=0.5.png", "sumOfParts")
                .containsPattern("\"fusers\" : \\{\\s+\"tif:alpha=0.5\" : \\{\\s+\"alpha\" : \"0.5\"");
    }

    @Test
    void a_second_run_leaves_no_fused_map_of_the_first() throws IOException {
        Path out = folder.resolve("out");
        Path disc = Cli.picture(folder, "disc.png");
        Object[] same = {"--image", disc, "--method", "gradient", "--layers", "last-conv", "--out", out};
        explain(Stream.concat(Stream.of(same), Stream.of("--fuse", "tif", "--parts"))
                .toArray());

        explain(same);

        try (Stream<Path> files = Files.list(out.resolve("disc-gradient"))) {
            assertThat(files).containsExactly(out.resolve("disc-gradient/00-layer4.2.png"));
        }
    }

    @Test
    void what_cannot_be_fused_is_wrong_usage_before_the_model_is_read() throws IOException {
        Path disc = Cli.picture(folder, "disc.png");
        Path noModel = folder.resolve("none.safetensors");

        assertThat(refused(disc, noModel, "--fuse", "tiff")).contains("no fuser 'tiff'", "did you mean tif?");
        assertThat(refused(disc, noModel, "--fuse", "tif:beta=1")).contains("no setting 'beta'", "alpha=0.7");
        assertThat(refused(disc, noModel, "--fuse", "tif:alpha=1")).contains("from 0 up to, but not including, 1");
        assertThat(refused(disc, noModel, "--fuse", "tif:alpha=0.5/")).contains("'alpha' needs a decimal", "not ''");
        assertThat(refused(disc, noModel, "--fuse", "tif:alpha=0.5/0.7", "--fuse", "tif:alpha=0.7"))
                .contains("--fuse tif:alpha=0.7 is given twice");
        assertThat(refused(disc, noModel, "--parts")).contains("give --fuse tif as well");
        assertThat(refused(disc, noModel, "--parts", "--fuse", "max")).contains("no sum is among the fusers: max");
    }

    private static String refused(Path image, Path weights, String... more) {
        Object[] fixed = {
            "explain",
            "--model",
            "resnet50",
            "--weights",
            weights,
            "--image",
            image,
            "--method",
            "gradient",
            "--out",
            image.resolveSibling("out")
        };
        Cli run = Cli.run(Stream.concat(Stream.of(fixed), Stream.of(more)).toArray());
        assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        assertThat(image.resolveSibling("out")).doesNotExist();
        return run.err();
    }

    private Path batch() throws IOException {
        float[] values = new float[2 * 3 * 64 * 48];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.sin(i * 0.37);
        }
        Path batch = folder.resolve("batch.safetensors");
        new SafeTensorsWriter().add("input", Tensor.of(values, 2, 3, 64, 48)).write(batch);
        return batch;
    }

    private static int width(Path picture) throws IOException {
        return ImageIO.read(picture.toFile()).getWidth();
    }
}
