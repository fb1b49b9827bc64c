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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Studies on bundled models and very few pictures: what is said, written, kept and refused. */
class StudyCommandsTest {
    @TempDir
    Path folder;

    @Test
    void a_method_that_points_at_the_reason_passes_beside_controls_that_do_not() {
        Cli run = Cli.run(
                "certify", "--method", "grad-cam", "--model", "scenes-resnet50-class-sensitivity", "--limit", "4");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .containsPattern("grad-cam at layer4\\.2 +0\\.\\d+ .*passes")
                .containsPattern("random at input +0\\.1[89]\\d .*control") // (96 / 224)^2 = 0.184
                .contains("edge-detector", "\ncertified");
    }

    @Test
    void a_method_that_ignores_the_model_fails() {
        Cli run = Cli.run(
                "certify",
                "--method",
                "random:seed=7",
                "--model",
                "scenes-resnet50-fine-grained-localisation",
                "--limit",
                "4");

        assertThat(run.exitCode()).isEqualTo(CertifyCommand.NOT_CERTIFIED);
        assertThat(run.out()).contains("FAILS: no better than random; no better than edge-detector", "not certified");
    }

    @Test
    void a_bound_is_held() {
        Cli run = Cli.run(
                "certify",
                "--method",
                "gradient",
                "--model",
                "scenes-resnet50-completeness",
                "--limit",
                "2",
                "--at-least",
                "completeness=0.99");

        assertThat(run.exitCode()).isEqualTo(CertifyCommand.NOT_CERTIFIED);
        assertThat(run.out()).contains("FAILS: below 0.99");
    }

    @Test
    void what_cannot_be_certified_is_said_before_any_work() {
        assertThat(Cli.run("certify", "--method", "gradcam"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("did you mean grad-cam"));
        assertThat(Cli.run("certify", "--method", "grad-cam", "--model", "scenes-resnet50"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("no bundled model with a backdoor"));
        assertThat(Cli.run("certify", "--method", "grad-cam", "--at-least", "lerf=1"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("none of the models is for that metric"));
        assertThat(Cli.run("certify", "--method", "grad-cam", "--limit", "0").exitCode())
                .isEqualTo(2);
        assertThat(Cli.run("reproduce").err()).contains("table1", "figure4");
    }

    @Test
    void finished_cells_are_kept_and_others_added_to_them() throws IOException {
        Cli first = table("gradient @ input");
        List<String> before = Files.readAllLines(folder.resolve("table1.jsonl"));
        Cli second = table("gradient @ input", "gradient | mean");
        List<String> after = Files.readAllLines(folder.resolve("table1.jsonl"));

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(before).hasSize(1 + 1);
        assertThat(after.subList(0, 2)).isEqualTo(before);
        assertThat(Files.readAllLines(folder.resolve("table1.csv"))).hasSize(1 + 2);
        assertThat(Files.readString(folder.resolve("table1.md")))
                .contains("| gradient @ input", "gradient \\| mean")
                .isEqualToNormalizingNewlines(tableOf(second));
    }

    private Cli table(String... subjects) {
        List<Object> arguments = new ArrayList<>(List.of(
                "reproduce", "table1", "--model", "scenes-resnet50-completeness", "--limit", "2", "--out", folder));
        for (String subject : subjects) {
            arguments.add("--method");
            arguments.add(subject);
        }
        return Cli.run(arguments.toArray());
    }

    private static String tableOf(Cli run) {
        return run.out().substring(0, run.out().indexOf("written: "));
    }

    @Test
    void a_layer_study_has_a_row_for_every_layer_a_trend_and_a_plot() throws IOException {
        Cli run = Cli.run(
                "reproduce",
                "figure4",
                "--method",
                "input-x-gradient",
                "--model",
                "scenes-resnet50-completeness",
                "--layers",
                "blocks",
                "--limit",
                "2",
                "--out",
                folder);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readAllLines(folder.resolve("figure4.csv"))).hasSize(1 + 16);
        assertThat(Files.readAllLines(folder.resolve("trends.csv"))).hasSize(1 + 1);
        assertThat(folder.resolve("scenes-resnet50-completeness.png")).isNotEmptyFile();
        assertThat(run.out()).containsPattern("input-x-gradient +[+-][01]\\.\\d\\d \\(");
    }

    @ParameterizedTest
    @CsvSource({"table2, 2, md", "figure5, 4, md", "figure6, 6, csv", "figure18, 6, csv"})
    void studies_of_honest_models_run_on_any_subjects(String name, int cells, String ending) throws IOException {
        Cli run = Cli.run(
                "reproduce",
                name,
                "--model",
                "scenes-resnet50",
                "--method",
                "gradient",
                "--method",
                "random",
                "--limit",
                "2",
                "--out",
                folder);

        List<String> table = Files.readAllLines(folder.resolve(name + ".csv"));
        if (name.equals("figure6")) { // the method at every layer, and the controls, which bear no trend
            assertThat(table).hasSize(1 + 2 * 19 + 2 * 2);
            assertThat(Files.readAllLines(folder.resolve("trends.csv"))).hasSize(1 + 2);
        } else {
            assertThat(table).hasSize(1 + cells);
        }
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(folder.resolve(name + "." + ending)).isNotEmptyFile();
    }

    @Test
    void a_picture_that_cannot_be_read_is_counted_once_also_when_nothing_is_left_to_do() throws IOException {
        Path pictures = Files.createDirectories(folder.resolve("pictures").resolve("disc"));
        Cli.picture(pictures, "a.png");
        Files.writeString(pictures.resolve("b.png"), "no picture");
        for (int again = 0; again < 2; again++) {
            Cli run = Cli.run(
                    "reproduce",
                    "figure18",
                    "--model",
                    "scenes-resnet50",
                    "--data",
                    "folder:" + folder.resolve("pictures"),
                    "--method",
                    "gradient @ last-conv",
                    "--out",
                    folder.resolve("out"));

            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.out()).contains("1 picture could not be read:", "b.png");
            assertThat(run.out().indexOf("b.png")).isEqualTo(run.out().lastIndexOf("b.png"));
        }
        assertThat(Files.readAllLines(folder.resolve("out").resolve("figure18.jsonl")))
                .hasSize(1 + 1 + 3 * 2); // a head, the broken picture, a method and two controls under two metrics
    }

    @Test
    void a_study_goes_on_in_its_own_precision_alone() {
        Object[] study = {
            "reproduce",
            "figure18",
            "--model",
            "scenes-resnet50",
            "--method",
            "gradient",
            "--limit",
            "1",
            "--out",
            folder
        };
        assertThat(Cli.run(study).exitCode()).isZero();
        Cli other = Cli.run(Stream.concat(Stream.of(study), Stream.of("--precision", "float64"))
                .toArray());
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.err()).contains("another run", "precision=[float64]");
        Cli nowhere = Cli.run(
                Stream.concat(Stream.of(study), Stream.of("--device", "gpu:7")).toArray());
        assertThat(nowhere.exitCode()).isEqualTo(2);
    }

    @Test
    void weights_belong_to_one_model() {
        Cli run = Cli.run("reproduce", "table2", "--weights", "mine.pth", "--out", folder);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--weights belong to one model");
    }
}
