package org.stratigraph.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.evaluation.Interval;
import org.stratigraph.core.files.AtomicFile;
import org.stratigraph.core.spi.Direction;
import org.stratigraph.report.CsvFile;
import org.stratigraph.report.MarkdownTable;

/**
 * Cells with a row per subject and a column per model and metric.
 *
 * @param better which scores are good ones, by metric
 */
record CellTable(List<StudyCell> cells, Map<String, Direction> better) {
    /** The cells of a study whose metrics are in the catalog. */
    static CellTable of(List<StudyCell> cells, Catalog catalog) {
        Map<String, Direction> better = new HashMap<>();
        cells.forEach(cell -> better.computeIfAbsent(
                cell.metric(), metric -> catalog.metrics().make(metric).better()));
        return new CellTable(cells, better);
    }

    /**
     * Writes NAME.csv and NAME.md.
     *
     * @return the table's lines
     */
    List<String> write(Path folder, String name) throws IOException {
        writeCsv(folder.resolve(name + ".csv"));
        writeMarkdown(folder.resolve(name + ".md"));
        return lines();
    }

    /** One row per cell, with the mean, its interval and the number of images. */
    void writeCsv(Path file) throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("model", "metric", "subject", "layer", "mean", "low95", "high95", "images", "left_out"));
        for (StudyCell cell : cells) {
            Interval mean = cell.mean();
            rows.add(List.of(
                    cell.model(),
                    cell.metric(),
                    cell.subject(),
                    cell.layer(),
                    mean.value(),
                    mean.low(),
                    mean.high(),
                    cell.values().size(),
                    cell.leftOut()));
        }
        CsvFile.write(rows, file);
    }

    private void writeMarkdown(Path file) throws IOException {
        String text = String.join("\n", lines()) + "\n";
        AtomicFile.write(file, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** As a Markdown table; the best of a column is bold. */
    private List<String> lines() {
        List<Column> columns = columns();
        List<List<String>> rows = new ArrayList<>();
        rows.add(Stream.concat(Stream.of("subject"), columns.stream().map(Column::head))
                .toList());
        for (String subject : cells.stream().map(StudyCell::subject).distinct().toList()) {
            Stream<String> scores = columns.stream()
                    .map(column -> find(column, subject).map(this::shown).orElse(""));
            rows.add(Stream.concat(Stream.of(subject), scores).toList());
        }
        return MarkdownTable.lines(rows);
    }

    /** A model under a metric. */
    private record Column(String model, String metric) {
        /** The bundled models with a backdoor bear their metric's name. */
        String head() {
            return model.endsWith(metric) ? model : model + ", " + metric;
        }
    }

    private List<Column> columns() {
        return cells.stream()
                .map(cell -> new Column(cell.model(), cell.metric()))
                .distinct()
                .toList();
    }

    private Optional<StudyCell> find(Column column, String subject) {
        return cells.stream()
                .filter(cell -> column.equals(new Column(cell.model(), cell.metric()))
                        && cell.subject().equals(subject))
                .findFirst();
    }

    private String shown(StudyCell cell) {
        Interval mean = cell.mean();
        String range = String.format(Locale.ROOT, "%.3f (%.3f-%.3f)", mean.value(), mean.low(), mean.high());
        return isBest(cell) ? "**" + range + "**" : range;
    }

    private boolean isBest(StudyCell cell) {
        double sign = better.get(cell.metric()) == Direction.LOWER ? -1 : 1;
        return cells.stream()
                .filter(other ->
                        other.model().equals(cell.model()) && other.metric().equals(cell.metric()))
                .allMatch(other ->
                        sign * other.mean().value() <= sign * cell.mean().value());
    }
}
