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
        assertThat(rows).hasSize(1 + 16 + 1 + 2); // a head, ResNet50's blocks, a fused map, the controls
        assertThat(rows.get(1)).startsWith("gradient @ layer1.0,fine-grained-localisation,higher,");
        assertThat(run.out())
                .contains("gradient | mean", "random @ input", "edge-detector @ input", "higher is better");
    }

    @Test
    void controls_can_be_left_out() throws IOException {
        evaluate(folder, "--limit", "1", "--no-controls");

        assertThat(Files.readAllLines(folder.resolve("scores.csv"))).hasSize(1 + 16 + 1 + 1); // one was asked for
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
        assertThat(evaluate(folder, "--limit", "1", "--precision", "float64"))
                .satisfies(other -> assertThat(other.exitCode()).isEqualTo(1))
                .satisfies(other -> assertThat(other.err()).contains("another run", "precision=float64"));
        assertThat(folder.resolve("scores.jsonl")).hasContent(before);
    }

    @Test
    void a_folder_that_has_grown_is_another_run() throws IOException {
        Path pictures = Files.createDirectories(folder.resolve("pictures"));
        Path out = folder.resolve("out");
        Cli.picture(Files.createDirectories(pictures.resolve("disc")), "b.png");
        assertThat(evaluateOn("folder:" + pictures, out).exitCode()).isZero();

        Cli.picture(pictures.resolve("disc"), "a.png"); // and b.png has another number now

        assertThat(evaluateOn("folder:" + pictures, out))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(1))
                .satisfies(run -> assertThat(run.err()).contains("another run", "pictures=1", "pictures=2"));
    }

    @Test
    void a_picture_that_has_been_mended_is_scored() throws IOException {
        Path pictures = Files.createDirectories(folder.resolve("pictures").resolve("disc"));
        Path out = folder.resolve("out");
        String data = "folder:" + folder.resolve("pictures");
        Cli.picture(pictures, "a.png");
        Files.writeString(pictures.resolve("b.png"), "no picture");
        for (int again = 0; again < 2; again++) { // the second time it is not written down once more
            Cli broken = evaluateOn(data, out);
            assertThat(broken.exitCode()).as(broken.err()).isZero();
            assertThat(broken.out()).contains("1 picture could not be read", "b.png");
            assertThat(Files.readAllLines(out.resolve("scores.jsonl"))).hasSize(1 + 2);
        }

        Cli.picture(pictures, "b.png");
        Cli mended = evaluateOn(data, out);

        assertThat(mended.exitCode()).as(mended.err()).isZero();
        assertThat(mended.out()).doesNotContain("could not be read");
        Path fresh = folder.resolve("fresh");
        assertThat(evaluateOn(data, fresh).exitCode()).isZero();
        assertThat(out.resolve("scores.csv")).hasSameTextualContentAs(fresh.resolve("scores.csv"));
    }

    @Test
    void classes_are_matched_by_name_and_strangers_are_noted() throws IOException {
        Path pictures = folder.resolve("pictures");
        Cli.picture(Files.createDirectories(pictures.resolve("striped cross")), "a.png");
        Cli.picture(Files.createDirectories(pictures.resolve("horse")), "b.png");
        Object[] fixed = {
            "evaluate",
            "--model",
            "scenes-resnet50",
            "--data",
            "folder:" + pictures,
            "--method",
            "gradient @ last-conv",
            "--metric",
            "pointing-game",
            "--no-controls",
            "--limit",
            "1",
            "--out",
            folder.resolve("out")
        };

        Cli answers = Cli.run(fixed);
        assertThat(answers.exitCode()).as(answers.err()).isZero();
        assertThat(answers.err()).contains("note: the model, of 10 classes, has no class 'horse' of the data's 2");
        Cli labels = Cli.run(
                Stream.concat(Stream.of(fixed), Stream.of("--target", "label")).toArray());
        assertThat(labels.exitCode()).isEqualTo(2);
        assertThat(labels.err()).contains("no class 'horse'", "ask about the model's answer");
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
