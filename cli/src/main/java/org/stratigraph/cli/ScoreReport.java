package org.stratigraph.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.stratigraph.core.evaluation.Bootstrap;
import org.stratigraph.core.evaluation.Interval;
import org.stratigraph.core.evaluation.Tally;
import org.stratigraph.core.spi.Curve;
import org.stratigraph.core.spi.Direction;
import org.stratigraph.core.spi.Metric;
import org.stratigraph.report.CsvFile;

/** The scores of a run, for people and for scripts. */
final class ScoreReport {
    private final Map<String, Metric> metrics;
    private final Tally tally = new Tally();
    private final NavigableMap<Integer, String> unreadable = new TreeMap<>();

    ScoreReport(Map<String, Metric> metrics) {
        this.metrics = metrics;
    }

    /** Adds a line of the run's file. */
    void add(Map<String, Object> line) {
        if (line.containsKey(OutcomeLine.UNREADABLE)) {
            unreadable.put(
                    OutcomeLine.sample(line), line.get(OutcomeLine.UNREADABLE).toString());
        } else {
            tally.add(OutcomeLine.parse(line));
        }
    }

    Tally tally() {
        return tally;
    }

    void write(Path folder) throws IOException {
        List<List<Object>> scores = new ArrayList<>();
        scores.add(List.of("subject", "metric", "better", "mean", "low95", "high95", "images", "left_out"));
        List<List<Object>> curves = new ArrayList<>();
        curves.add(List.of("subject", "metric", "curve", "place", "mean"));
        for (Tally.Cell cell : cells()) {
            Interval mean = mean(cell);
            scores.add(List.of(
                    cell.entrant(),
                    cell.metric(),
                    better(cell.metric()),
                    mean.value(),
                    mean.low(),
                    mean.high(),
                    tally.samples(cell).size(),
                    tally.leftOut(cell.metric())));
            for (Curve curve : tally.curves(cell)) {
                for (int i = 0; i < curve.places().size(); i++) {
                    curves.add(List.of(
                            cell.entrant(),
                            cell.metric(),
                            curve.name(),
                            curve.places().get(i),
                            curve.values().get(i)));
                }
            }
        }
        CsvFile.write(scores, folder.resolve("scores.csv"));
        CsvFile.write(curves, folder.resolve("curves.csv"));
    }

    /** A block per metric, and what could not be read. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (String metric : metrics.keySet()) {
            List<Tally.Cell> cells = cells().stream()
                    .filter(cell -> cell.metric().equals(metric))
                    .toList();
            int images = cells.isEmpty() ? 0 : tally.samples(cells.get(0)).size();
            lines.add(String.format(
                    Locale.ROOT,
                    "%s (%s is better), %d images%s:",
                    metric,
                    better(metric),
                    images,
                    tally.leftOut(metric) == 0 ? "" : ", " + tally.leftOut(metric) + " left out"));
            for (Tally.Cell cell : cells) {
                Interval mean = mean(cell);
                lines.add(String.format(
                        Locale.ROOT,
                        "  %-44s %.4f (%.4f to %.4f)",
                        cell.entrant(),
                        mean.value(),
                        mean.low(),
                        mean.high()));
            }
        }
        lines.addAll(Unreadable.lines(unreadable.values(), ScoresFile.NAME));
        return lines;
    }

    /**
     * Subject by subject, and in each the metrics as they were asked for: pictures that a metric can say nothing of must not
     * change the order of rows by coming first.
     */
    private List<Tally.Cell> cells() {
        List<Tally.Cell> scored = tally.cells();
        return scored.stream()
                .map(Tally.Cell::entrant)
                .distinct()
                .flatMap(entrant -> metrics.keySet().stream().map(metric -> new Tally.Cell(entrant, metric)))
                .filter(scored::contains)
                .toList();
    }

    private Interval mean(Tally.Cell cell) {
        return Bootstrap.mean(tally.values(cell));
    }

    private String better(String metric) {
        return metrics.get(metric).better() == Direction.HIGHER ? "higher" : "lower";
    }
}
