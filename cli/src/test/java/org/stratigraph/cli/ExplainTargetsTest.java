package org.stratigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stratigraph.core.files.SafeTensors;
import org.stratigraph.core.files.SafeTensorsWriter;
import org.stratigraph.core.image.Tensor;

/** What {@code explain} makes of the target and the scale that were typed, and what it records of them. */
class ExplainTargetsTest {
    private static final int CLASSES = 10;

    @TempDir
    Path folder;

    /** A thin network on a small picture of stripes. */
    private Cli explain(Object... more) throws IOException {
        return explain(Cli.thinResNet(), more);
    }

    private Cli explain(Path weights, Object... more) throws IOException {
        float[] values = new float[3 * 64 * 48];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.sin(i * 0.37) + i % 7 * 0.1f;
        }
        Path batch = folder.resolve("stripes.safetensors");
        new SafeTensorsWriter().add("input", Tensor.of(values, 1, 3, 64, 48)).write(batch);
        Object[] fixed = {"explain", "--model", "resnet50", "--weights", weights, "--tensor", batch};
        return Cli.run(Stream.concat(Stream.of(fixed), Stream.of(more)).toArray());
    }

    private Path out() {
        return folder.resolve("out");
    }

    private Path raw() {
        return folder.resolve("raw.safetensors");
    }

    private String record() throws IOException {
        return Files.readString(out().resolve("result.json"));
    }

    private float[] map(String layer) throws IOException {
        return SafeTensors.open(raw()).floats("gradient/" + layer).toArray();
    }

    @Test
    void the_second_answer_is_the_class_of_the_second_highest_logit() throws IOException {
        Cli run = explain("--method", "gradient", "--layers", "last-conv", "--target", "top2", "--raw", raw());

        assertThat(run.exitCode()).as(run.err()).isZero();
        SafeTensors arrays = SafeTensors.open(raw());
        assertThat(arrays.integers("target")).containsExactly(ranked(arrays)[1]);
        assertThat(arrays.names()).doesNotContain("target_against");
    }

    @Test
    void the_first_answer_is_held_against_the_second_and_both_are_on_record() throws IOException {
        Cli run = explain(
                "--method",
                "gradient",
                "--layers",
                "last-conv",
                "--target",
                "top1-top2",
                "--raw",
                raw(),
                "--out",
                out());

        assertThat(run.exitCode()).as(run.err()).isZero();
        SafeTensors arrays = SafeTensors.open(raw());
        int[] ranked = ranked(arrays);
        assertThat(arrays.integers("target")).containsExactly(ranked[0]);
        assertThat(arrays.integers("target_against")).containsExactly(ranked[1]);
        assertThat(run.out()).contains("explained: class " + ranked[0] + " - " + ranked[1]);
        assertThat(record())
                .contains("\"index\" : " + ranked[0], "\"against\" : " + ranked[1], "\"scale\" : \"logit\"");
    }

    /** The normaliser is the same for both classes and cancels. */
    @Test
    void between_two_classes_the_scale_makes_no_difference() throws IOException {
        float[][] maps = new float[2][];
        String[] scales = {"logit", "log-softmax"};
        for (int i = 0; i < scales.length; i++) {
            explain(
                    "--method",
                    "gradient",
                    "--layers",
                    "last-conv",
                    "--target",
                    "3-5",
                    "--output",
                    scales[i],
                    "--raw",
                    raw());
            maps[i] = map("layer4.2");
        }
        assertThat(maps[1]).containsExactly(maps[0], within(1e-7f));
    }

    /** Gradient of log-softmax: the class's own less the mean of all, by their probabilities; a slow loop over classes. */
    @Test
    void log_softmax_explains_the_class_against_all_by_their_probabilities() throws IOException {
        explain(
                "--method",
                "gradient",
                "--layers",
                "last-conv",
                "--target",
                "3",
                "--output",
                "log-softmax",
                "--raw",
                raw(),
                "--out",
                out());
        float[] map = map("layer4.2");
        assertThat(record()).contains("\"scale\" : \"log-softmax\"", "\"label\" : \"log-softmax of class 3\"");

        double[] expected = new double[map.length];
        double[] probabilities = probabilities(SafeTensors.open(raw()));
        for (int index = 0; index < CLASSES; index++) {
            explain("--method", "gradient", "--layers", "last-conv", "--target", index, "--raw", raw());
            float[] own = map("layer4.2");
            for (int i = 0; i < expected.length; i++) {
                expected[i] += ((index == 3 ? 1 : 0) - probabilities[index]) * own[i];
            }
        }
        for (int i = 0; i < map.length; i++) {
            assertThat((double) map[i]).as("position %d", i).isCloseTo(expected[i], within(1e-6));
        }
    }

    @ParameterizedTest
    @CsvSource({"--output,logits", "--output,LOGIT", "--memory,0GB", "--memory,-1GB", "--memory,4", "--memory,1.5GB"})
    void a_wrong_scale_or_size_is_said_before_the_model_is_read(String option, String word) throws IOException {
        Cli run = explain(folder.resolve("none.safetensors"), "--method", "gradient", option, word, "--out", out());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains("'" + word + "'");
        assertThat(out()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"top0", "3-", "-3", "top1-top11", "3-10", "cat-dog", ""})
    void a_target_that_is_no_class_or_pair_is_wrong_usage(String target) throws IOException {
        Cli run = explain("--method", "gradient", "--target", target, "--out", out());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        assertThat(out()).doesNotExist();
    }

    /** f(x) - f(x) has no gradient, no difference, and nothing to divide by. */
    @Test
    void a_class_held_against_itself_is_blank_and_complete() throws IOException {
        Cli run = explain(
                "--method", "deeplift", "--layers", "last-conv", "--target", "3-3", "--raw", raw(), "--out", out());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).doesNotContain("warning");
        assertThat(run.out()).contains("deeplift at 'layer4.2' is blank: it is zero everywhere");
        assertThat(record()).contains("\"broken\" : false", "\"blank\" : true").doesNotContain("NaN", "Infinity");
    }

    @Test
    void what_the_terminal_says_of_completeness_is_what_the_record_has() throws IOException {
        Cli run = explain("--method", "deeplift", "--layers", "named:layer2.3,layer4.2", "--out", out());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines().filter(line -> line.contains("sums miss f(x) - f(x')")))
                .hasSize(1);
        assertThat(Pattern.compile("\"relative\" : ([0-9.E-]+)")
                        .matcher(record())
                        .results()
                        .map((MatchResult match) -> Double.valueOf(match.group(1))))
                .hasSize(2)
                .allSatisfy(share -> assertThat(share).isLessThan(1e-4));
    }

    @Test
    void a_truncated_method_inside_a_block_is_refused_before_anything_is_written() throws IOException {
        Cli run = explain(
                "--method",
                "gradient",
                "--method",
                "ablation-cam",
                "--layers",
                "named:layer4.1.relu",
                "--raw",
                raw(),
                "--out",
                out());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains("method 'ablation-cam'", "'layer4.1.relu'");
        assertThat(raw()).doesNotExist();
        assertThat(out()).doesNotExist();
    }

    @Test
    void signed_maps_are_shown_as_they_are_and_score_cam_from_zero_to_one() throws IOException {
        Cli run = explain(
                "--method",
                "input-x-gradient",
                "--method",
                "score-cam",
                "--layers",
                "named:layer4.2",
                "--raw",
                raw(),
                "--out",
                out());

        assertThat(run.exitCode()).as(run.err()).isZero();
        SafeTensors arrays = SafeTensors.open(raw());
        assertThat(arrays.names())
                .contains("input-x-gradient/layer4.2", "score-cam/layer4.2", "shown/score-cam/layer4.2")
                .doesNotContain("shown/input-x-gradient/layer4.2");
        assertThat(arrays.shape("score-cam/layer4.2")).containsExactly(1, 64, 48);
        float[] shown = arrays.floats("shown/score-cam/layer4.2").toArray();
        assertThat(IntStream.range(0, shown.length).mapToObj(i -> shown[i]))
                .contains(0f, 1f)
                .allMatch(value -> value >= 0 && value <= 1);
        assertThat(record()).contains("\"shown\" : \"signed\"", "\"shown\" : \"unit\"");
    }

    private static int[] ranked(SafeTensors arrays) throws IOException {
        float[] logits = logits(arrays);
        return IntStream.range(0, CLASSES)
                .boxed()
                .sorted((one, other) -> Float.compare(logits[other], logits[one]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double[] probabilities(SafeTensors arrays) throws IOException {
        float[] logits = logits(arrays);
        double sum = IntStream.range(0, CLASSES)
                .mapToDouble(index -> Math.exp(logits[index]))
                .sum();
        return IntStream.range(0, CLASSES)
                .mapToDouble(index -> Math.exp(logits[index]) / sum)
                .toArray();
    }

    private static float[] logits(SafeTensors arrays) throws IOException {
        return arrays.floats("logits").toArray();
    }
}
