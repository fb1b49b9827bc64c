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

/** Scores against depth: a plot per model, and how each method's score goes with the layer; controls have none. */
final class DepthStudy {
    private final Map<Group, List<StudyCell>> byMethod = new LinkedHashMap<>();

    /** One curve. */
    private record Group(String model, String metric, String subject) {
        String method() {
            int probe = subject.indexOf(" @ ");
            return probe < 0 ? subject : subject.substring(0, probe);
        }

        boolean isControl() {
            return PaperSubjects.CONTROLS.contains(method());
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
        overLayers().forEach((group, layers) -> {
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

    private Map<Group, List<StudyCell>> overLayers() {
        Map<Group, List<StudyCell>> found = new LinkedHashMap<>(byMethod);
        found.keySet().removeIf(Group::isControl);
        return found;
    }

    /** For people. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Spearman's correlation of depth and score, with its 95 % interval:");
        overLayers().forEach((group, layers) -> {
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
                List<Double> means =
                        layers.stream().map(layer -> layer.mean().value()).toList();
                if (group.isControl()) { // level with itself at every depth
                    chart.curve(group.method(), List.of(0.0, 1.0), List.of(means.get(0), means.get(0)));
                } else {
                    chart.curve(group.method(), depths(means.size()), means);
                }
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
