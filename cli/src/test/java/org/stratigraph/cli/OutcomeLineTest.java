package org.stratigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stratigraph.core.evaluation.Outcome;
import org.stratigraph.core.spi.Curve;
import org.stratigraph.core.spi.Score;
import org.stratigraph.report.JsonLines;

class OutcomeLineTest {
    private static final Map<String, Object> RUN = Map.of("data", "scenes");
    private static final List<Double> THIRDS = List.of(0.0, 1 / 3.0, 2 / 3.0, 1.0);
    private static final List<Double> HALVES = List.of(0.0, 0.5, 1.0);

    @TempDir
    Path folder;

    @Test
    void an_outcome_comes_back_from_a_file_and_its_places_are_written_once() throws IOException {
        Outcome outcome = new Outcome(
                7,
                "seven",
                List.of(
                        result("a", "lerf", new Curve("kept", THIRDS, List.of(1.0, 0.5, 0.1 + 0.2, 0.0))),
                        result("a", "morf", new Curve("kept", HALVES, List.of(1.0, 0.5, 0.0))),
                        result("b", "lerf", new Curve("kept", THIRDS, List.of(1.0, 0.25, 0.0, 0.0))),
                        new Outcome.Result("b", "mass", Score.of(0.25))),
                List.of("boxes"));
        Path file = folder.resolve("scores.jsonl");

        try (JsonLines lines = JsonLines.open(file, RUN)) {
            lines.add(OutcomeLine.of(outcome));
        }

        try (JsonLines lines = JsonLines.open(file, RUN)) {
            assertThat(OutcomeLine.parse(lines.lines().get(0))).isEqualTo(outcome);
        }
        assertThat(Files.readString(file)).containsOnlyOnce("0.6666666666666666");
    }

    @Test
    void a_line_of_before_places_were_shared_is_read_too() {
        Map<String, Object> curve = Map.of("name", "kept", "places", HALVES, "values", List.of(1, 0.5, 0));
        Map<String, Object> result = Map.of("subject", "a", "metric", "morf", "value", 0.5, "curves", List.of(curve));
        Map<String, Object> line =
                Map.of("sample", 7, "name", "seven", "results", List.of(result), "leftOut", List.of());

        assertThat(OutcomeLine.parse(line).results())
                .containsExactly(result("a", "morf", new Curve("kept", HALVES, List.of(1.0, 0.5, 0.0))));
    }

    private static Outcome.Result result(String entrant, String metric, Curve curve) {
        return new Outcome.Result(entrant, metric, new Score(0.5, List.of(curve)));
    }
}
