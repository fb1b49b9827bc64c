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
import org.stratigraph.core.files.FileDigest;
import org.stratigraph.core.files.SafeTensors;
import org.stratigraph.core.files.SafeTensorsWriter;
import org.stratigraph.core.image.Tensor;

class ExplainCommandTest {
    @TempDir
    Path folder;

    private Cli explain(Object... more) {
        Object[] fixed = {"explain", "--model", "resnet50", "--weights", Cli.thinResNet()};
        return Cli.run(Stream.concat(Stream.of(fixed), Stream.of(more)).toArray());
    }

    @Test
    void a_picture_becomes_a_sheet_an_overlay_per_layer_and_a_record() throws IOException {
        Path out = folder.resolve("out");
        Path disc = Cli.picture(folder, "disc.png");

        Cli run = explain("--image", disc, "--method", "input-x-gradient", "--layers", "blocks", "--out", out);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("disc", "class ", "pictures: ");
        assertThat(ImageIO.read(out.resolve("disc-input-x-gradient.png").toFile())
                        .getWidth())
                .isGreaterThan(1000);
        try (Stream<Path> overlays = Files.list(out.resolve("disc-input-x-gradient"))) {
            assertThat(overlays)
                    .hasSize(16)
                    .allSatisfy(file ->
                            assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(224));
        }
        assertThat(Files.readString(out.resolve("result.json")))
                .contains("\"layer\" : \"layer4.2\"", "\"libtorch\" : \"2.7.1\"", "\"seed\"", "\"top5\"")
                .contains(new FileDigest(Cli.thinResNet()).sha256(), new FileDigest(disc).sha256());
    }

    @Test
    void raw_arrays_are_named_by_method_and_layer_and_keep_their_sign_and_size() throws IOException {
        Path raw = folder.resolve("raw.safetensors");

        Cli run = explain(
                "--image",
                Cli.picture(folder, "disc.png"),
                "--method",
                "gradient",
                "--method",
                "input-x-gradient",
                "--layers",
                "named:layer4.2",
                "--layers",
                "input",
                "--raw",
                raw);

        assertThat(run.exitCode()).as(run.err()).isZero();
        SafeTensors arrays = SafeTensors.open(raw);
        assertThat(arrays.names())
                .containsExactlyInAnyOrder(
                        "logits",
                        "target",
                        "gradient/input",
                        "gradient/layer4.2",
                        "input-x-gradient/input",
                        "input-x-gradient/layer4.2");
        assertThat(arrays.shape("gradient/input")).containsExactly(1, 224, 224);
        assertThat(arrays.shape("gradient/layer4.2")).containsExactly(1, 7, 7);
        assertThat(arrays.shape("logits")).containsExactly(1, 10);
        float lowest = 0;
        for (float value : arrays.floats("gradient/input").toArray()) {
            lowest = Math.min(lowest, value);
        }
        assertThat(lowest).isNegative();
    }

    @Test
    void a_tensor_file_brings_its_own_targets_and_a_typed_target_overrules_them() throws IOException {
        Path batch = folder.resolve("batch.safetensors");
        new SafeTensorsWriter()
                .add("input", Tensor.of(new float[2 * 3 * 64 * 48], 2, 3, 64, 48))
                .addIntegers("target", new long[] {7, 2}, 2)
                .write(batch);
        Path raw = folder.resolve("raw.safetensors");

        assertThat(explain("--tensor", batch, "--method", "gradient", "--raw", raw)
                        .exitCode())
                .isZero();
        assertThat(SafeTensors.open(raw).integers("target")).containsExactly(7, 2);
        assertThat(SafeTensors.open(raw).shape("gradient/input")).containsExactly(2, 64, 48);

        assertThat(explain("--tensor", batch, "--method", "gradient", "--raw", raw, "--target", "3")
                        .exitCode())
                .isZero();
        assertThat(SafeTensors.open(raw).integers("target")).containsExactly(3, 3);
    }

    @Test
    void float64_and_float32_tell_the_same_story_to_rounding() throws IOException {
        Path disc = Cli.picture(folder, "disc.png");
        Path single = folder.resolve("single.safetensors");
        Path twice = folder.resolve("double.safetensors");

        explain("--image", disc, "--method", "gradient", "--layers", "last-conv", "--raw", single);
        explain(
                "--image",
                disc,
                "--method",
                "gradient",
                "--layers",
                "last-conv",
                "--raw",
                twice,
                "--precision",
                "float64");

        float[] expected = SafeTensors.open(twice).floats("gradient/layer4.2").toArray();
        float[] actual = SafeTensors.open(single).floats("gradient/layer4.2").toArray();
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i]).isCloseTo(expected[i], offset(1e-6));
        }
    }

    @Test
    void a_renamed_weight_file_is_known_by_its_content() throws IOException {
        Path renamed = Files.copy(Cli.thinResNet(), folder.resolve("renamed.pth"));

        assertThat(Cli.run("layers", "--model", "resnet50", "--weights", renamed)
                        .exitCode())
                .isZero();
    }

    @Test
    void pictures_of_one_name_keep_results_of_their_own() throws IOException {
        Path first = Cli.picture(Files.createDirectory(folder.resolve("a")), "cat.png");
        Path second = Cli.picture(Files.createDirectory(folder.resolve("b")), "cat.png");
        Path third = Cli.picture(folder, "CAT-2.png");
        Path out = folder.resolve("out");

        Cli run = explain(
                "--image",
                first,
                "--image",
                second,
                "--image",
                third,
                "--method",
                "gradient",
                "--layers",
                "last-conv",
                "--out",
                out);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(out.resolve("cat-gradient.png")).isNotEmptyFile();
        assertThat(out.resolve("cat-2-gradient.png")).isNotEmptyFile();
        assertThat(out.resolve("CAT-2-2-gradient.png")).isNotEmptyFile();
    }

    @Test
    void a_second_run_leaves_no_overlay_of_the_first() throws IOException {
        Path disc = Cli.picture(folder, "disc.png");
        Path out = folder.resolve("out");
        explain("--image", disc, "--method", "gradient", "--layers", "blocks", "--out", out);

        explain("--image", disc, "--method", "gradient", "--layers", "last-conv", "--out", out);

        try (Stream<Path> overlays = Files.list(out.resolve("disc-gradient"))) {
            assertThat(overlays).containsExactly(out.resolve("disc-gradient/00-layer4.2.png"));
        }
    }

    @Test
    void the_record_of_a_run_is_the_same_every_time() throws IOException {
        Path disc = Cli.picture(folder, "disc.png");
        Object[] same = {"--image", disc, "--method", "gradient", "--layers", "last-conv", "--out", folder.resolve("o")
        };

        explain(same);
        String first = Files.readString(folder.resolve("o/result.json"));
        explain(same);

        assertThat(Files.readString(folder.resolve("o/result.json"))).isEqualTo(first);
    }
}
