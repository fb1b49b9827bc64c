package org.stratigraph.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stratigraph.report.Chart;
import org.stratigraph.report.page.PageCurve;
import org.stratigraph.report.page.PageScore;

/** A cell's scores as pictures for papers and slides: {@code plots/METRIC-CURVE.png}, and {@code plots/lerf-morf.png}. */
record ComparisonPlots(String title, PageScores scores) {
    private static final String LERF = "lerf";
    private static final String MORF = "morf";

    void write(Path folder) throws IOException {
        writeCurves(folder);
        writeScatter(folder);
    }

    private void writeCurves(Path folder) throws IOException {
        Map<String, Chart> charts = new LinkedHashMap<>();
        for (PageCurve curve : scores.curves(any -> true)) {
            String name = curve.metric() + "-" + curve.name();
            charts.computeIfAbsent(name, any -> new Chart(title, "share of pixels", name))
                    .curve(curve.subject(), curve.places(), curve.values());
        }
        for (Map.Entry<String, Chart> chart : charts.entrySet()) {
            chart.getValue().write(folder.resolve(FileNames.safe(chart.getKey()) + ".png"));
        }
    }

    /** The paper's Figure 5, where both metrics were asked for. */
    private void writeScatter(Path folder) throws IOException {
        Chart chart = new Chart(title, "LeRF (lower is better)", "MoRF (higher is better)");
        boolean empty = true;
        List<PageScore> all = scores.scores();
        for (PageScore lerf : all) {
            Optional<PageScore> morf = all.stream()
                    .filter(score -> score.subject().equals(lerf.subject())
                            && score.metric().equals(MORF))
                    .findFirst();
            if (lerf.metric().equals(LERF) && morf.isPresent()) {
                chart.point(lerf.subject(), lerf.mean(), morf.get().mean());
                empty = false;
            }
        }
        if (!empty) {
            chart.write(folder.resolve("lerf-morf.png"));
        }
    }
}
