package org.stratigraph.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.stratigraph.core.evaluation.DepthTrend;
import org.stratigraph.core.evaluation.Interval;
import org.stratigraph.report.Chart;
import org.stratigraph.report.CsvFile;

/** Scores against depth: a plot per model, and how each method's score goes with the layer. */
final class DepthStudy {
    private final Map<Group, List<StudyCell>> byMethod = new LinkedHashMap<>();

    /** One curve. */
    private record Group(String model, String metric, String subject) {
        String method() {
            return subject.substring(0, subject.indexOf(" @ "));
        }
    }

    /** @param cells of each model and subject from the input upward */
    DepthStudy(List<StudyCell> cells) {
        cells.forEach(cell -> byMethod.computeIfAbsent(
                        new Group(cell.model(), cell.metric(), cell.subject()), any -> new ArrayList<>())
                .add(cell));
    }

    void write(Path folder) throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("model", "metric", "method", "layers", "spearman", "low95", "high95"));
        byMethod.forEach((group, layers) -> {
            Interval trend = trend(layers);
            rows.add(List.of(
                    group.model(),
                    group.metric(),
                    group.method(),
                    layers.size(),
                    trend.value(),
                    trend.low(),
                    trend.high()));
        });
        CsvFile.write(rows, folder.resolve("trends.csv"));
        for (Plot plot : plots()) {
            chart(plot).write(folder.resolve(FileNames.safe(plot.name()) + ".png"));
        }
    }

    /** For people. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Spearman's correlation of depth and score, with its 95 % interval:");
        byMethod.forEach((group, layers) -> {
            Interval trend = trend(layers);
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-42s %-26s %-26s %+.2f (%+.2f to %+.2f)",
                    group.model(),
                    group.metric(),
                    group.method(),
                    trend.value(),
                    trend.low(),
                    trend.high()));
        });
        return lines;
    }

    /** All curves of one model under one metric. */
    private record Plot(String model, String metric) {
        /** The bundled models with a backdoor bear their metric's name. */
        String name() {
            return model.endsWith(metric) ? model : model + "-" + metric;
        }
    }

    private List<Plot> plots() {
        return byMethod.keySet().stream()
                .map(group -> new Plot(group.model(), group.metric()))
                .distinct()
                .toList();
    }

    private Chart chart(Plot plot) {
        Chart chart = new Chart(plot.model(), "depth: 0 is the input, 1 the top layer", plot.metric());
        byMethod.forEach((group, layers) -> {
            if (plot.equals(new Plot(group.model(), group.metric()))) {
                chart.curve(
                        group.method(),
                        depths(layers.size()),
                        layers.stream().map(layer -> layer.mean().value()).toList());
            }
        });
        return chart;
    }

    private static List<Double> depths(int layers) {
        return IntStream.range(0, layers)
                .mapToObj(place -> layers == 1 ? 0.0 : (double) place / (layers - 1))
                .toList();
    }

    private static Interval trend(List<StudyCell> layers) {
        return DepthTrend.of(layers.stream().map(StudyCell::scores).toList());
    }
}
