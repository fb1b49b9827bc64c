package org.stratigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scores on a thin network whose weights were never trained: what is written, kept and refused. */
class EvaluateCommandTest {
    @TempDir
    Path folder;

    private Cli evaluate(Path out, Object... more) {
        return evaluateOn("scenes:side=64", out, more);
    }

    private static Cli evaluateOn(String data, Path out, Object... more) {
        Object[] fixed = {
            "evaluate",
            "--model",
            "resnet50",
            "--weights",
            Cli.thinResNet(),
            "--data",
            data,
            "--method",
            "gradient @ blocks",
            "--method",
            "gradient | mean",
            "--method",
            "random",
            "--metric",
            "fine-grained-localisation",
            "--out",
            out
        };
        return Cli.run(Stream.concat(Stream.of(fixed), Stream.of(more)).toArray());
    }

    @Test
    void a_table_has_a_row_for_every_layer_and_every_fused_map() throws IOException {
        Cli run = evaluate(folder, "--limit", "3");

        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> rows = Files.readAllLines(folder.resolve("scores.csv"));
        assertThat(rows).hasSize(1 + 16 + 1 + 1); // a head, ResNet50's blocks, a fused map, a control
        assertThat(rows.get(1)).startsWith("gradient @ layer1.0,fine-grained-localisation,higher,");
        assertThat(run.out()).contains("gradient | mean", "random @ input", "higher is better");
    }

    @Test
    void more_pictures_later_are_added_to_those_at_hand_and_give_what_one_run_gives() throws IOException {
        Path inTwo = folder.resolve("two");
        Path inOne = folder.resolve("one");

        evaluate(inTwo, "--limit", "2");
        Cli second = evaluate(inTwo, "--limit", "5");
        Cli whole = evaluate(inOne, "--limit", "5");

        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(whole.exitCode()).as(whole.err()).isZero();
        assertThat(inTwo.resolve("scores.csv")).hasSameTextualContentAs(inOne.resolve("scores.csv"));
        assertThat(Files.readAllLines(inTwo.resolve("scores.jsonl"))).hasSize(1 + 5);
    }

    @Test
    void another_run_in_the_same_folder_is_refused_and_loses_nothing() throws IOException {
        evaluate(folder, "--limit", "1");
        String before = Files.readString(folder.resolve("scores.jsonl"));

        Cli run = evaluate(folder, "--limit", "1", "--target", "label");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("another run", "target=label");
        assertThat(folder.resolve("scores.jsonl")).hasContent(before);
    }

    @Test
    void what_does_not_exist_is_said_before_any_work() {
        assertThat(evaluate(folder, "--metric", "completness"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("did you mean completeness"));
        assertThat(evaluate(folder, "--method", "gradient @"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("is no subject"));
        assertThat(evaluate(folder, "--method", "gradient @ named:layer9"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("layer9"));
        assertThat(evaluate(folder, "--limit", "0").exitCode()).isEqualTo(2);
        assertThat(evaluate(folder, "--split", "best").exitCode()).isEqualTo(2);
        assertThat(evaluate(folder, "--target", "cat").exitCode()).isEqualTo(2);
        assertThat(folder.resolve("scores.jsonl")).doesNotExist();
    }

    @Test
    void a_label_that_the_model_does_not_know_is_said_and_those_it_knows_may_be_few() throws IOException {
        Cli.picture(folder, "a.png");
        Path table = folder.resolve("labels.csv");
        String pictures = "folder:" + folder;
        Object[] labels = {"--limit", "1", "--target", "label"};

        Files.writeString(table, "file,label\na.png,12\n");
        assertThat(evaluateOn(pictures, folder.resolve("none"), labels))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("labels go up to 12", "classes are 0 to 9"));
        Files.writeString(table, "file,label\na.png,cat\n");
        assertThat(evaluateOn(pictures, folder.resolve("none"), labels))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("the data has 1 classes", "tells 10 apart"));
        assertThat(folder.resolve("none")).doesNotExist();

        Files.writeString(table, "file,label\na.png,3\n");
        Cli run = evaluateOn(pictures, folder.resolve("some"), labels);
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    @Test
    void tables_that_find_no_room_cost_no_scores() throws IOException {
        Files.createDirectories(folder.resolve("scores.csv")); // cannot be replaced, as little as on a full disk

        Cli run = evaluate(folder, "--limit", "1");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("cannot write", "scores.csv", "the same command goes on");
        Files.delete(folder.resolve("scores.csv"));
        assertThat(evaluate(folder, "--limit", "1").exitCode()).isZero();
        assertThat(Files.readAllLines(folder.resolve("scores.jsonl"))).hasSize(1 + 1);
    }
}
