package org.stratigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Advice for a bundled model on two of its scenes, among few candidates. */
class AdviseCommandTest {
    @TempDir
    Path folder;

    private Cli advise(Object... more) {
        Object[] fixed = {"advise", "--model", "scenes-resnet50", "--limit", "2"};
        return Cli.run(Stream.concat(Stream.of(fixed), Stream.of(more)).toArray());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void the_command_recommended_runs_as_written_for_a_layer() throws Exception {
        Path out = folder.resolve("it's here"); // to be quoted

        Cli run = advise("--method", "input-x-gradient @ named:layer1.0,layer3.5", "--out", out);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("Recommended for scenes-resnet50 on scenes: input-x-gradient @ layer")
                .contains("mean rank", "lerf (lower is better)", "morf (higher is better)", "lerf 2, morf 2")
                .contains("warning: fewer than 10 images");
        assertThat(explained(run)).as("what explain wrote").contains("result.json");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void the_command_recommended_runs_as_written_for_a_fuser_over_a_probe_and_for_a_label() throws Exception {
        Cli run = advise(
                "--method",
                "input-x-gradient @ blocks | tif:alpha=0.7",
                "--target",
                "label",
                "--device",
                "cpu",
                "--out",
                folder);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(command(run))
                .contains("--device cpu", "--layers blocks", "--fuse tif:alpha=0.7", "--target ")
                .doesNotContain("--precision", "--weights");
        assertThat(explained(run)).contains("result.json");
    }

    @Test
    void files_hold_every_candidate_and_the_scores_and_more_images_are_added_to_them() throws IOException {
        Object[] candidates = {"--method", "grad-cam", "--method", "random", "--out", folder};
        advise(candidates);
        List<String> scored = Files.readAllLines(folder.resolve("scores.jsonl"));

        Cli again = advise(candidates);

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(Files.readAllLines(folder.resolve("scores.jsonl"))).isEqualTo(scored);
        List<String> table = Files.readAllLines(folder.resolve("advice.csv"));
        assertThat(table).hasSize(1 + 2);
        assertThat(table.get(0)).startsWith("subject,method,layer,fuser,front,lerf,lerf_low95,lerf_high95,morf,");
        assertThat(table.get(1)).startsWith("grad-cam @ layer4.2,grad-cam,layer4.2,,yes,");
        assertThat(Files.readString(folder.resolve("advice.json")))
                .contains("\"recommended\"", "\"command\" : \"stratigraph explain", "\"lerf\" : \"lower\"", "warnings");
        assertThat(folder.resolve("scores.csv")).exists();
    }

    @Test
    void without_boxes_lerf_and_morf_decide() throws IOException {
        Path pictures = Files.createDirectories(folder.resolve("pictures").resolve("any"));
        Cli.picture(pictures, "a.png");

        Cli run = advise(
                "--data", "folder:" + pictures.getParent(), "--method", "grad-cam", "--out", folder.resolve("out"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("Pareto front of lerf, morf:", "lerf 1, morf 1.");
        assertThat(Files.readAllLines(folder.resolve("out").resolve("advice.csv"))
                        .get(0))
                .doesNotContain("energy");
    }

    @Test
    void what_cannot_be_a_candidate_is_said_before_any_work() {
        Cli run = advise("--method", "grad-kam", "--out", folder.resolve("none"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("grad-cam");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    private static String command(Cli run) {
        return run.out()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("stratigraph explain "))
                .findFirst()
                .orElseThrow();
    }

    /** Runs the line as a shell takes it apart. */
    private static List<String> explained(Cli advised) throws IOException, InterruptedException {
        Process shell =
                new ProcessBuilder("sh", "-c", "stratigraph() { printf '%s\\n' \"$@\"; }; " + command(advised)).start();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).isZero();
        List<String> words = new ArrayList<>(printed.lines().toList());
        Cli run = Cli.run(words.toArray());
        assertThat(run.exitCode()).as(run.err()).isZero();
        Path out = Path.of(words.get(words.indexOf("--out") + 1));
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
