package org.stratigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
    void what_does_not_exist_is_wrong_usage_and_named_beside_what_does() throws IOException {
        Path disc = Cli.picture(folder, "disc.png");
        Path out = folder.resolve("out");

        assertThat(explain("--image", disc, "--method", "gradint", "--out", out))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("no method 'gradint'", "did you mean gradient?"));
        assertThat(explain("--image", disc, "--method", "gradient:steps=5", "--out", out))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("no setting 'steps'"));
        assertThat(explain("--image", disc, "--method", "gradient", "--layers", "block", "--out", out))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("no probe 'block'", "blocks"));
        assertThat(explain("--image", disc, "--method", "gradient", "--layers", "named:layer4.3", "--out", out))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("no layer 'layer4.3'", "layer4.2"));
        assertThat(explain("--image", disc, "--method", "gradient", "--target", "10", "--out", out))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("no class 10", "0 to 9"));
        assertThat(explain("--image", disc, "--method", "gradient", "--device", "gpu:7", "--out", out))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("gpu:7"));
        assertThat(explain("--image", disc, "--method", "gradient"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("--out", "--raw"));
        assertThat(Cli.run("explain", "--model", "resnet51", "--image", disc, "--method", "gradient", "--out", out))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("no model 'resnet51'", "resnet50"));
        assertThat(out).doesNotExist();
    }

    @Test
    void files_that_are_broken_fail_with_their_name_and_leave_nothing_behind() throws IOException {
        Path disc = Cli.picture(folder, "disc.png");
        Path out = folder.resolve("out");
        Path text = Files.writeString(folder.resolve("text.png"), "not a picture");
        Path cut = folder.resolve("cut.safetensors");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(Cli.thinResNet()), 5000));

        assertThat(explain("--image", text, "--method", "gradient", "--out", out))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(1))
                .satisfies(run -> assertThat(run.err()).contains("text.png", "PNG"));
        assertThat(explain("--image", folder.resolve("none.png"), "--method", "gradient", "--out", out))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(1))
                .satisfies(run -> assertThat(run.err()).contains("none.png"));
        for (Path weights : new Path[] {cut, text, folder, folder.resolve("none.pth")}) {
            assertThat(Cli.run(
                            "explain",
                            "--model",
                            "resnet50",
                            "--weights",
                            weights,
                            "--image",
                            disc,
                            "--method",
                            "gradient",
                            "--out",
                            out))
                    .satisfies(run -> assertThat(run.exitCode()).as(run.err()).isEqualTo(1))
                    .satisfies(run ->
                            assertThat(run.err()).contains(weights.getFileName().toString()));
        }
        assertThat(Cli.run(
                                "explain",
                                "--model",
                                "vgg16",
                                "--weights",
                                Cli.thinResNet(),
                                "--image",
                                disc,
                                "--method",
                                "gradient",
                                "--out",
                                out)
                        .err())
                .contains("vgg16 needs a tensor 'features.0.weight'", "missing");
        assertThat(out).doesNotExist();
    }

    @Test
    void a_renamed_weight_file_is_known_by_its_content() throws IOException {
        Path renamed = Files.copy(Cli.thinResNet(), folder.resolve("renamed.pth"));

        assertThat(Cli.run("layers", "--model", "resnet50", "--weights", renamed)
                        .exitCode())
                .isZero();
    }

    @Test
    void a_folder_cannot_be_where_a_file_is() throws IOException {
        Path disc = Cli.picture(folder, "disc.png");

        Cli run = explain("--image", disc, "--method", "gradient", "--out", disc);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("is a file");
    }

    @Test
    void results_that_will_find_no_place_are_said_before_the_work() throws IOException {
        Path disc = Cli.picture(folder, "disc.png");
        byte[] before = Files.readAllBytes(disc);

        assertThat(explain("--image", disc, "--method", "gradient", "--raw", disc))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("would overwrite an input"));
        assertThat(Files.readAllBytes(disc)).isEqualTo(before);
        assertThat(explain("--image", disc, "--method", "gradient", "--raw", folder))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("--raw names a file to write"));
        assertThat(explain("--image", disc, "--method", "gradient", "--out", disc.resolve("below")))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("--out needs a folder"));
        assertThat(explain("--image", disc, "--method", "gradient", "--method", " gradient", "--out", folder))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("--method gradient is given twice"));
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
    void numbers_that_are_none_end_in_an_error_and_not_in_a_map() throws IOException {
        float[] values = new float[3 * 64 * 64];
        values[100] = Float.NaN;
        Path batch = folder.resolve("batch.safetensors");
        new SafeTensorsWriter().add("input", Tensor.of(values, 1, 3, 64, 64)).write(batch);
        Path raw = folder.resolve("raw.safetensors");

        Cli run = explain("--tensor", batch, "--method", "gradient", "--raw", raw);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("not finite");
        assertThat(raw).doesNotExist();
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
