package org.stratigraph.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.stratigraph.report.Chart;

/** LeRF against MoRF, a scatter per model: the upper left is the best place (the paper, Figure 5). */
final class ScatterStudy {
    private ScatterStudy() {}

    static void write(List<StudyCell> cells, Path folder) throws IOException {
        List<String> models = cells.stream().map(StudyCell::model).distinct().toList();
        for (String model : models) {
            Chart chart = new Chart(model, "LeRF (lower is better)", "MoRF (higher is better)");
            cells.stream()
                    .filter(cell -> cell.model().equals(model) && cell.metric().equals("lerf"))
                    .forEach(lerf -> chart.point(
                            lerf.subject(),
                            lerf.mean().value(),
                            morf(cells, lerf).mean().value()));
            chart.write(folder.resolve(FileNames.safe(model) + ".png"));
        }
    }

    private static StudyCell morf(List<StudyCell> cells, StudyCell lerf) {
        return cells.stream()
                .filter(cell -> cell.metric().equals("morf")
                        && cell.model().equals(lerf.model())
                        && cell.subject().equals(lerf.subject())
                        && cell.layer().equals(lerf.layer()))
                .findFirst()
                .orElseThrow();
    }
}
