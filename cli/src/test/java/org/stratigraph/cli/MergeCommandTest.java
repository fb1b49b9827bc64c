package org.stratigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evaluations cut in parts: a network whose weights were never trained, so that its answers are in few of the boxes. */
class MergeCommandTest {
    private static final List<String> TABLES = List.of("scores.csv", "curves.csv");

    @TempDir
    Path folder;

    private Path evaluate(String out, Object... more) {
        Object[] fixed = {
            "evaluate",
            "--model",
            "resnet50",
            "--weights",
            Cli.thinResNet(),
            "--data",
            "scenes:side=64",
            "--method",
            "gradient | mean",
            "--method",
            "random",
            "--metric",
            "lerf:steps=4",
            "--metric",
            "energy-pointing-game",
            "--out",
            folder.resolve(out)
        };
        Cli run = Cli.run(Stream.concat(Stream.of(fixed), Stream.of(more)).toArray());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return folder.resolve(out);
    }

    private Cli merge(String out, Path... parts) {
        List<Object> arguments = new ArrayList<>(List.of("merge"));
        arguments.addAll(List.of(parts));
        arguments.addAll(List.of("--out", folder.resolve(out)));
        return Cli.run(arguments.toArray());
    }

    @Test
    void parts_give_what_one_evaluation_gives_whatever_their_order() throws IOException {
        Path whole = evaluate("whole", "--limit", "9");
        Path one = evaluate("one", "--limit", "9", "--part", "1/3");
        Path two = evaluate("two", "--limit", "9", "--part", "2/3");
        Path three = evaluate("three", "--limit", "9", "--part", "3/3");

        assertThat(merge("joined", one, two, three).exitCode()).isZero();
        assertThat(merge("turned", three, one, two).exitCode()).isZero();

        assertThat(Files.readString(whole.resolve("scores.csv"))).contains("energy-pointing-game", "lerf");
        for (String table : TABLES) {
            assertThat(folder.resolve("joined").resolve(table)).hasSameBinaryContentAs(whole.resolve(table));
        }
        for (String file : List.of("scores.csv", "curves.csv", "scores.jsonl")) {
            assertThat(folder.resolve("turned").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("joined").resolve(file));
        }
        assertThat(Files.readAllLines(one.resolve("scores.jsonl"))).hasSize(1 + 3);
    }

    @Test
    void a_joined_folder_can_be_added_to() throws IOException {
        Path whole = evaluate("whole", "--limit", "4");
        merge("joined", evaluate("one", "--limit", "3", "--part", "1/2"));
        Cli second = merge("joined", evaluate("two", "--limit", "3", "--part", "2/2"));

        assertThat(second.out()).contains("3 pictures");
        evaluate("joined", "--limit", "4");
        for (String table : TABLES) {
            assertThat(folder.resolve("joined").resolve(table)).hasSameBinaryContentAs(whole.resolve(table));
        }
    }

    @Test
    void parts_of_different_runs_are_told_apart() {
        Path answer = evaluate("answer", "--limit", "1");
        Path more = evaluate("more", "--limit", "1", "--metric", "morf:steps=4");

        Cli run = merge("joined", answer, more);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("only parts of one run", "metrics is [lerf:steps=4, energy-pointing-game] in", "morf:steps=4")
                .doesNotContain("sha256");
        assertThat(folder.resolve("joined")).doesNotExist();
    }

    @Test
    void a_sample_with_two_scores_is_refused() throws IOException {
        Path one = evaluate("one", "--limit", "1");
        Path other = Files.createDirectories(folder.resolve("other"));
        String line = Files.readString(one.resolve("scores.jsonl"));
        Files.writeString(other.resolve("scores.jsonl"), line.replaceFirst("\"value\":0", "\"value\":1"));

        Cli run = merge("joined", one, other);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("came out otherwise", one.toString(), other.toString());
    }

    @Test
    void what_is_no_part_is_said() {
        assertThat(merge("joined", folder))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("no scores.jsonl in " + folder));
        for (String part : List.of("0/2", "3/2", "two")) {
            assertThat(Cli.run(
                            "evaluate",
                            "--model",
                            "scenes-resnet50",
                            "--method",
                            "random",
                            "--metric",
                            "lerf",
                            "--part",
                            part,
                            "--out",
                            folder.resolve("none")))
                    .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                    .satisfies(run -> assertThat(run.err()).contains("part"));
        }
        assertThat(folder.resolve("none")).doesNotExist();
    }
}
