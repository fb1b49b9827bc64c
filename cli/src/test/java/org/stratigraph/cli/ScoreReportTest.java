package org.stratigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stratigraph.cli.assembly.Assembly;
import org.stratigraph.core.evaluation.Outcome;
import org.stratigraph.core.spi.Curve;
import org.stratigraph.core.spi.Metric;
import org.stratigraph.core.spi.Score;

class ScoreReportTest {
    private static final List<String> METRICS = List.of("lerf", "morf", "energy-pointing-game");

    @TempDir
    Path folder;

    @Test
    void tables_do_not_depend_on_the_order_of_lines() throws IOException {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int sample = 0; sample < 12; sample++) {
            lines.add(sample == 7 ? OutcomeLine.unreadable(sample, "broken") : OutcomeLine.of(outcome(sample)));
        }
        List<String> expected = tables(lines);
        assertThat(expected.get(0)).containsSubsequence("b,lerf,lower", "b,morf,higher", "b,energy", "a,lerf");

        for (int seed = 0; seed < 10; seed++) {
            Collections.shuffle(lines, new Random(seed));
            assertThat(tables(lines)).isEqualTo(expected);
        }
    }

    /** Boxes are known of every third sample only, and of the first in no order but one. */
    private static Outcome outcome(int sample) {
        boolean boxes = sample % 3 == 1;
        List<Outcome.Result> results = new ArrayList<>();
        for (String entrant : List.of("b", "a")) {
            for (String metric : boxes ? METRICS : METRICS.subList(0, 2)) {
                double value = Math.sin(sample + entrant.hashCode() + metric.hashCode());
                results.add(new Outcome.Result(
                        entrant,
                        metric,
                        new Score(value, List.of(new Curve("c", List.of(0.0, 1.0), List.of(value, 0.1))))));
            }
        }
        return new Outcome(sample, "s" + sample, results, boxes ? List.of() : List.of("energy-pointing-game"));
    }

    private List<String> tables(List<Map<String, Object>> lines) throws IOException {
        try (Assembly assembly = Assembly.of(List.of())) {
            Map<String, Metric> metrics = new LinkedHashMap<>();
            METRICS.forEach(
                    metric -> metrics.put(metric, assembly.catalog().metrics().make(metric)));
            ScoreReport report = new ScoreReport(metrics);
            lines.forEach(report::add);
            report.write(folder);
            return List.of(
                    Files.readString(folder.resolve("scores.csv")),
                    Files.readString(folder.resolve("curves.csv")),
                    String.join("\n", report.lines()));
        }
    }
}
