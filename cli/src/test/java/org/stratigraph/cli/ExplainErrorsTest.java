package org.stratigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stratigraph.core.files.SafeTensorsWriter;
import org.stratigraph.core.image.Tensor;

/** What a user sees when something is wrong, and that nothing is left behind. */
class ExplainErrorsTest {
    @TempDir
    Path folder;

    private Cli explain(Object... more) {
        Object[] fixed = {"explain", "--model", "resnet50", "--weights", Cli.thinResNet()};
        return Cli.run(Stream.concat(Stream.of(fixed), Stream.of(more)).toArray());
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
}
