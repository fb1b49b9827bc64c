package org.stratigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stratigraph.core.files.SafeTensors;
import org.stratigraph.core.files.SafeTensorsWriter;
import org.stratigraph.core.image.Tensor;

/** What explain says and keeps of methods with baselines, noise, layers of their own or a view; and of targets. */
class ExplainMethodsTest {
    @TempDir
    Path folder;

    /** A thin network on a small, uneven batch of two. */
    private Cli explain(Object... more) throws IOException {
        float[] values = new float[2 * 3 * 64 * 48];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.sin(i * 0.37) + i % 7 * 0.1f;
        }
        Path batch = folder.resolve("batch.safetensors");
        new SafeTensorsWriter().add("input", Tensor.of(values, 2, 3, 64, 48)).write(batch);
        Object[] fixed = {"explain", "--model", "resnet50", "--weights", Cli.thinResNet(), "--tensor", batch};
        return Cli.run(Stream.concat(Stream.of(fixed), Stream.of(more)).toArray());
    }

    private Path raw() {
        return folder.resolve("raw.safetensors");
    }

    @Test
    void two_classes_held_against_each_other_are_kept_with_the_maps() throws IOException {
        Cli run = explain("--method", "gradient", "--layers", "last-conv", "--target", "3-5", "--raw", raw());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("explained: class 3 - 5, class 3 - class 5");
        SafeTensors arrays = SafeTensors.open(raw());
        assertThat(arrays.integers("target")).containsExactly(3, 3);
        assertThat(arrays.integers("target_against")).containsExactly(5, 5);
    }

    /** The gradient of a difference is the difference of the gradients. */
    @Test
    void a_contrastive_map_is_the_difference_of_two() throws IOException {
        float[][] maps = new float[3][];
        String[] targets = {"3", "5", "3-5"};
        for (int i = 0; i < targets.length; i++) {
            explain("--method", "gradient", "--layers", "last-conv", "--target", targets[i], "--raw", raw());
            maps[i] = SafeTensors.open(raw()).floats("gradient/layer4.2").toArray();
        }
        for (int i = 0; i < maps[2].length; i++) {
            assertThat(maps[2][i]).isCloseTo(maps[0][i] - maps[1][i], within(1e-6f));
        }
    }

    @Test
    void the_second_answer_and_its_log_softmax_can_be_explained() throws IOException {
        Cli run = explain(
                "--method",
                "deeplift",
                "--layers",
                "input",
                "--target",
                "top2",
                "--output",
                "log-softmax",
                "--raw",
                raw());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("deeplift: sums miss f(x) - f(x') by");
        assertThat(run.err()).doesNotContain("warning");
    }

    @ParameterizedTest
    @CsvSource({"--output,probability,logit and log-softmax", "--memory,lots,500MB or 4GB", "--target,top11,1 to 10"})
    void a_wrong_word_ends_the_run_with_what_there_is(String option, String word, String hint) throws IOException {
        Cli run = explain("--method", "gradient", option, word, "--raw", raw());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(word, hint);
        assertThat(raw()).doesNotExist();
    }

    @Test
    void a_method_that_misses_its_difference_is_a_warning_and_no_failure() throws IOException {
        Path out = folder.resolve("out");

        Cli run = explain("--method", "integrated-gradients:steps=1", "--layers", "input", "--out", out);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("warning: integrated-gradients:steps=1 at 'input'");
        assertThat(Files.readString(out.resolve("result.json")))
                .contains("\"completeness\"", "\"baselineOutput\"", "\"broken\" : true", "\"steps\" : \"1\"");
    }

    @Test
    void the_memory_budget_changes_no_map_beyond_rounding() throws IOException {
        float[][] maps = new float[2][];
        String[] budgets = {"1MB", "2GB"};
        for (int i = 0; i < budgets.length; i++) {
            explain(
                    "--method",
                    "smoothgrad:samples=3",
                    "--layers",
                    "last-conv",
                    "--memory",
                    budgets[i],
                    "--raw",
                    raw());
            maps[i] = SafeTensors.open(raw())
                    .floats("smoothgrad:samples=3/layer4.2")
                    .toArray();
        }
        float peak = 0;
        for (float value : maps[0]) {
            peak = Math.max(peak, Math.abs(value));
        }
        for (int i = 0; i < maps[0].length; i++) {
            assertThat(maps[0][i]).isCloseTo(maps[1][i], within(1e-5f * peak));
        }
    }

    @Test
    void noise_is_kept_on_request() throws IOException {
        String method = "smoothgrad:samples=3,seed=8,keep-noise=true";

        Cli run = explain("--method", method, "--layers", "last-conv", "--raw", raw());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(SafeTensors.open(raw()).shape("noise/" + method + "/layer4.2"))
                .containsExactly(3, 128, 2, 2);
    }

    @Test
    void a_layer_that_a_path_goes_around_is_refused_before_any_work() throws IOException {
        Cli run = explain("--method", "deeplift", "--layers", "named:layer2.0.relu", "--raw", raw());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("'deeplift'", "'layer2.0.relu'", "semantics=propagated");
        assertThat(raw()).doesNotExist();
    }

    @Test
    void methods_choose_layers_of_their_own_where_none_are_named() throws IOException {
        Cli run = explain("--method", "grad-cam", "--method", "fullgrad", "--method", "gradient", "--raw", raw());

        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> names = SafeTensors.open(raw()).names().stream().toList();
        assertThat(names).filteredOn(name -> name.startsWith("grad-cam/")).containsExactly("grad-cam/layer4.2");
        assertThat(names).filteredOn(name -> name.startsWith("fullgrad/")).containsExactly("fullgrad/input");
        assertThat(names).filteredOn(name -> name.startsWith("gradient/")).hasSize(19);
    }

    @Test
    void what_is_shown_is_kept_beside_the_signed_map() throws IOException {
        explain("--method", "grad-cam", "--layers", "named:layer3.5", "--target", "3-5", "--raw", raw());

        float[] signed = SafeTensors.open(raw()).floats("grad-cam/layer3.5").toArray();
        float[] shown =
                SafeTensors.open(raw()).floats("shown/grad-cam/layer3.5").toArray();
        for (int i = 0; i < signed.length; i++) {
            assertThat(shown[i]).isEqualTo(Math.max(signed[i], 0));
        }
        assertThat(Arrays.equals(signed, shown))
                .as("some evidence speaks against the class")
                .isFalse();
    }

    @Test
    void a_blank_map_says_why() throws IOException {
        Path flat = folder.resolve("flat.safetensors");
        new SafeTensorsWriter()
                .add("input", Tensor.of(new float[3 * 64 * 48], 1, 3, 64, 48))
                .write(flat);

        Cli run = Cli.run(
                "explain",
                "--model",
                "resnet50",
                "--weights",
                Cli.thinResNet(),
                "--tensor",
                flat,
                "--method",
                "input-x-gradient",
                "--method",
                "grad-cam",
                "--layers",
                "input",
                "--raw",
                raw());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("grad-cam at 'input' is blank: it is zero everywhere");
    }
}
