package org.stratigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stratigraph.core.files.SafeTensors;
import org.stratigraph.report.JsonLines;
import org.stratigraph.report.YamlFile;

/** Comparisons on a thin network whose weights were never trained: what is written, kept, repeated and refused. */
class CompareCommandTest {
    private static final String CELL = "resnet50--scenes_side=64";

    @TempDir
    Path folder;

    private Cli compare(Path out, Object... more) {
        Object[] fixed = {
            "compare",
            "--model",
            "resnet50=" + Cli.thinResNet(),
            "--data",
            "scenes:side=64",
            "--subject",
            "gradient @ named:layer4.2",
            "--subject",
            "grad-cam",
            "--subject",
            "gradient | tif:alpha=0.9",
            "--metric",
            "morf:steps=2",
            "--metric",
            "lerf:steps=2",
            "--pictures",
            "2",
            "--out",
            out
        };
        return Cli.run(Stream.concat(Stream.of(fixed), Stream.of(more)).toArray());
    }

    @Test
    void a_folder_holds_the_page_the_tables_the_maps_and_what_it_takes_to_repeat_it() throws IOException {
        Cli run = compare(folder, "--limit", "3");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("== " + CELL, "gradient | tif:alpha=0.9", "report.html");
        assertThat(Files.readString(folder.resolve("report.html"))).contains("</html>", "gradient", "resnet50");
        assertThat(Files.readString(folder.resolve("manifest.json")))
                .contains("\"sha256\"", "\"libtorch\"", "\"config\"", "\"pictures\" : 3", "\"seed\"");
        assertThat(Files.readAllLines(folder.resolve(CELL).resolve("scores.csv")))
                .hasSize(1 + (3 + 2) * 2); // the controls are scored too
        assertThat(JsonLines.read(folder.resolve(CELL).resolve("scores.jsonl")).lines())
                .hasSize(3);
        assertThat(folder.resolve(CELL).resolve("plots"))
                .isDirectoryContaining("glob:**/lerf_steps=2-decision-change.png")
                .isDirectoryContaining("glob:**/morf_steps=2-target-probability.png");
        try (Stream<Path> sheets = Files.list(folder.resolve(CELL).resolve("sheets"))) {
            assertThat(sheets).hasSize(2 * 2).allMatch(sheet -> sheet.toString().endsWith(".png"));
        }
        RunFolder.Picture picture =
                RunFolder.pictures(folder.resolve(CELL)).values().iterator().next();
        SafeTensors maps = SafeTensors.open(picture.maps().path());
        assertThat(maps.names()).contains("logits", "gradient/layer4.2", "gradient/input", "gradient/tif:alpha=0.9");
        assertThat(maps.names()).noneMatch(name -> name.startsWith("random")); // but not shown
        assertThat(maps.shape("gradient/input")).containsExactly(2, 224, 224); // two classes
        assertThat(maps.shape("gradient/tif:alpha=0.9")).containsExactly(2, 224, 224);
    }

    @Test
    void a_second_run_computes_nothing_anew_and_a_larger_one_is_another() throws IOException {
        compare(folder, "--limit", "2");
        Path scores = folder.resolve(CELL).resolve("scores.jsonl");
        Path maps = folder.resolve(CELL).resolve("maps");
        var before = Files.getLastModifiedTime(scores);
        long kept;
        try (Stream<Path> files = Files.list(maps)) {
            kept = files.count();
        }

        assertThat(compare(folder, "--limit", "2").exitCode()).isZero();
        assertThat(Files.getLastModifiedTime(scores)).isEqualTo(before);
        assertThat(kept).isEqualTo(2);

        Cli other = compare(folder, "--limit", "3");
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.err()).contains("holds another comparison", "--out");
    }

    @Test
    void what_was_left_by_a_stop_is_gone_on_from_and_gives_the_same_tables() throws IOException {
        Path whole = folder.resolve("whole");
        compare(whole, "--limit", "3");
        Path stopped = folder.resolve("stopped");
        compare(stopped, "--limit", "3");
        Path scores = stopped.resolve(CELL).resolve("scores.jsonl");
        String text = Files.readString(scores);
        Files.writeString(
                scores, text.substring(0, text.indexOf('\n', text.indexOf('\n') + 1) + 20)); // one line and a bit
        Files.delete(stopped.resolve("report.html"));

        Cli again = compare(stopped, "--limit", "3");

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(stopped.resolve("report.html")).exists();
        assertThat(stopped.resolve(CELL).resolve("scores.csv"))
                .hasSameTextualContentAs(whole.resolve(CELL).resolve("scores.csv"));
    }

    @Test
    void a_rerun_says_that_the_numbers_agree_and_when_they_do_not() throws IOException {
        Path run = folder.resolve("run");
        compare(run, "--limit", "2");

        Cli same = Cli.run("rerun", run);
        assertThat(same.exitCode()).as(same.err()).isZero();
        assertThat(same.out())
                .containsPattern("(\\d+) of \\1 scores are the same to the last bit")
                .contains("the numbers agree");

        Path scores = run.resolve(CELL).resolve("scores.jsonl");
        Files.writeString(scores, Files.readString(scores).replaceFirst("\"value\":[0-9.E-]+", "\"value\":0.987654"));
        Cli moved = Cli.run("rerun", run, "--out", folder.resolve("run-rerun"));
        assertThat(moved.exitCode()).isEqualTo(1);
        assertThat(moved.out()).contains("the farthest lie", "the numbers do not agree");
    }

    @Test
    void the_layers_that_the_page_walks_are_those_asked_for() throws IOException {
        Path config = Files.writeString(folder.resolve("mine.yaml"), "layers: \"named:layer1.0,layer3.0\"\n");
        Path out = folder.resolve("walked");

        Cli run = Cli.run(
                "compare",
                config,
                "--model",
                "resnet50=" + Cli.thinResNet(),
                "--data",
                "scenes:side=64",
                "--subject",
                "gradient",
                "--metric",
                "lerf:steps=2",
                "--limit",
                "1",
                "--out",
                out);

        assertThat(run.exitCode()).as(run.err()).isZero();
        RunFolder.Picture picture =
                RunFolder.pictures(out.resolve(CELL)).values().iterator().next();
        assertThat(SafeTensors.open(picture.maps().path()).names())
                .containsExactlyInAnyOrder("logits", "gradient/input", "gradient/layer1.0", "gradient/layer3.0");
    }

    @Test
    void a_dry_run_says_what_it_would_take_and_writes_nothing() {
        Cli run = compare(folder.resolve("none"), "--limit", "3", "--dry-run");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("3 pictures to score", "2 to show", "passes", "MB", "in all about");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void wrong_parts_are_named_before_any_work() {
        assertThat(compare(folder, "--subject", "gradiant").err()).contains("gradiant");
        assertThat(compare(folder, "--metric", "lerf:stebs=2").exitCode()).isEqualTo(2);
        assertThat(compare(folder, "--limit", "0").err()).contains("limit takes at least 1");
        assertThat(compare(folder, "--split", "tset").err()).contains("tset");
        assertThat(compare(folder, "--target", "labels").err()).contains("answer or label");
        assertThat(Cli.run("compare", "--model", "resnet50", "--out", folder).err())
                .contains("comes without weights");
        assertThat(Cli.run("rerun", folder).err()).contains("is no comparison");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void an_unknown_key_is_named_with_its_line_and_the_nearest_known_one() throws IOException {
        Path config = Files.writeString(folder.resolve("mine.yaml"), "models:\n- modle: resnet50\n");

        Cli run = Cli.run("compare", config);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("mine.yaml, line", "unknown key 'modle'; did you mean model?");
    }

    @Test
    void the_example_says_what_the_defaults_are() {
        Comparison example =
                YamlFile.parse(Cli.run("compare", "--print-config").out(), "the example", Comparison.class);

        assertThat(example).isEqualTo(Comparison.standard());
    }

    @Test
    void the_schema_knows_the_keys_that_the_example_has() {
        String schema = Cli.run("compare", "--print-schema").out();
        Set<String> keys = new TreeSet<>();
        Stream.of(Comparison.class, Comparison.ModelPart.class, Comparison.DataPart.class)
                .flatMap(type -> Stream.of(type.getRecordComponents()))
                .forEach(component -> keys.add(component.getName()));
        Set<String> described = new TreeSet<>();
        Matcher property =
                Pattern.compile("\"(\\w+)\": \\{\"?(?:type|enum|\\s+\"type)").matcher(schema);
        while (property.find()) {
            described.add(property.group(1));
        }
        described.removeAll(Set.of("items", "properties"));

        assertThat(described).isEqualTo(keys);
    }
}
