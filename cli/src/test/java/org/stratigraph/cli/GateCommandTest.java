package org.stratigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stratigraph.core.evaluation.Outcome;
import org.stratigraph.core.files.SafeTensorsWriter;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.spi.Score;
import org.stratigraph.report.JsonLines;

/** Two comparisons written by hand, one map and two scores each. */
class GateCommandTest {
    private static final String SUBJECT = "gradient @ input";
    private static final float[] MAP = {1, 2, 3, 4, 5, 6};

    @TempDir
    Path folder;

    private Path baseline;
    private Path run;

    @BeforeEach
    void write_the_baseline() throws IOException {
        baseline = folder.resolve("baseline");
        run = folder.resolve("run");
        write(baseline, "one--data", SUBJECT, 0.8, MAP, 3);
    }

    private static void write(Path place, String cell, String subject, double score, float[] map, int answer)
            throws IOException {
        Path in = place.resolve(cell);
        try (JsonLines scores = JsonLines.open(in.resolve("scores.jsonl"), Map.of("model", "any"))) {
            scores.add(OutcomeLine.of(new Outcome(
                    7,
                    "a <picture>",
                    List.of(
                            new Outcome.Result(subject, "energy-pointing-game", Score.of(score)),
                            new Outcome.Result(subject, "lerf", Score.of(0.2))),
                    List.of())));
        }
        new SafeTensorsWriter()
                .add("gradient/input", Tensor.of(map, 1, 2, 3))
                .write(in.resolve("maps/0007.safetensors"));
        try (JsonLines pictures = JsonLines.open(in.resolve("pictures.jsonl"), Map.of("model", "any"))) {
            pictures.add(Map.of(
                    "sample",
                    7,
                    "name",
                    "a <picture>",
                    "file",
                    "maps/0007.safetensors",
                    "targets",
                    List.of(Map.of("index", answer, "label", "x"))));
        }
    }

    private Cli gate(Object... more) {
        Object[] all = new Object[3 + more.length];
        all[0] = "gate";
        all[1] = baseline;
        all[2] = run;
        System.arraycopy(more, 0, all, 3, more.length);
        return Cli.run(all);
    }

    @Test
    void what_did_not_move_passes_whatever_the_cell_is_called() throws IOException {
        write(run, "two--data", SUBJECT, 0.78, new float[] {10, 20, 30, 40, 50, 60}, 3);

        Cli gate = gate();

        assertThat(gate.exitCode()).as(gate.err()).isZero();
        assertThat(gate.out()).contains("all 2 checks passed", "1.0000 over 1 maps", "0.0200 worse");
    }

    @Test
    void maps_whose_order_turned_round_fail_and_the_xml_says_so() throws IOException {
        write(run, "one--data", SUBJECT, 0.8, new float[] {6, 5, 4, 3, 2, 1}, 3);
        Path xml = folder.resolve("gate.xml");

        Cli gate = gate("--junit", xml);

        assertThat(gate.exitCode()).isEqualTo(4);
        assertThat(gate.out()).contains("MOVED", "-1.0000", "1 of 2 checks failed");
        assertThat(Files.readString(xml))
                .contains(
                        "tests=\"2\"", "failures=\"1\"", "<failure message=\"-1.0000 over 1 maps (at least 0.8000)\"");
    }

    @Test
    void a_score_that_got_worse_by_more_than_allowed_fails_and_the_direction_is_the_metrics() throws IOException {
        write(run, "one--data", SUBJECT, 0.7, MAP, 3);

        assertThat(gate().exitCode()).isEqualTo(4);
        assertThat(gate("--max-drop", "energy-pointing-game=0.2").exitCode()).isZero();
        assertThat(gate("--max-drop", "lerf=0").exitCode()).isZero(); // it is equal, and nothing else was asked
    }

    @Test
    void a_subject_that_is_gone_fails_and_one_that_is_new_is_a_note() throws IOException {
        write(run, "one--data", "deeplift @ input", 0.8, MAP, 3);

        Cli gate = gate();

        assertThat(gate.exitCode()).isEqualTo(4);
        assertThat(gate.out())
                .contains("gradient @ input: is in the baseline and not in the run", "deeplift @ input is new");
    }

    @Test
    void another_answer_is_a_note_and_its_maps_are_not_compared() throws IOException {
        write(run, "one--data", SUBJECT, 0.8, MAP, 4);

        Cli gate = gate();

        assertThat(gate.exitCode()).isZero();
        assertThat(gate.out()).contains("was class 3 and is 4", "no map of gradient @ input is in both");
    }

    @Test
    void flat_maps_agree_with_each_other_and_with_no_other() {
        assertThat(Gate.correlation(new double[] {2, 2}, new double[] {5, 5})).isEqualTo(1);
        assertThat(Gate.correlation(new double[] {2, 2}, new double[] {5, 6})).isZero();
        assertThat(Gate.correlation(new double[] {1, 2, 3}, new double[] {1, 2}))
                .isZero();
        assertThat(Gate.correlation(new double[] {1, 2, 3}, new double[] {1, 3, 2}))
                .isCloseTo(0.5, within(1e-12));
    }

    @Test
    void a_file_outside_the_folder_is_refused() throws IOException {
        write(run, "one--data", SUBJECT, 0.8, MAP, 3);
        Path list = run.resolve("one--data/pictures.jsonl");
        Files.writeString(list, Files.readString(list).replace("maps/0007", "../../secret"));

        Cli gate = gate();

        assertThat(gate.exitCode()).isEqualTo(1);
        assertThat(gate.err()).contains("names a file outside its folder");
    }

    @Test
    void a_link_out_of_the_folder_is_refused() throws IOException {
        write(run, "one--data", SUBJECT, 0.8, MAP, 3);
        Path maps = run.resolve("one--data/maps/0007.safetensors");
        Path outside = Files.move(maps, folder.resolve("outside.safetensors"));
        Files.createSymbolicLink(maps, outside);

        assertThat(gate().err()).contains("names a file outside its folder");
    }

    @Test
    void a_map_that_is_no_number_somewhere_is_an_error() throws IOException {
        write(run, "one--data", SUBJECT, 0.8, new float[] {1, Float.NaN, 3, 4, 5, 6}, 3);

        Cli gate = gate();

        assertThat(gate.exitCode()).isEqualTo(1);
        assertThat(gate.err()).contains("NaN has no rank");
    }

    @Test
    void wrong_usage_is_named() throws IOException {
        assertThat(gate().err()).contains("is no comparison");
        write(run, "one--data", SUBJECT, 0.8, MAP, 3);
        assertThat(gate("--min-correlation", "2").exitCode()).isEqualTo(2);
        assertThat(gate("--max-drop", "lerv=1").err()).contains("lerv", "did you mean lerf");
        assertThat(gate("--max-drop", "lerf=-1").exitCode()).isEqualTo(2);
    }
}
