package org.stratigraph.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table as Markdown, its columns padded so that a terminal shows it well too. */
public final class MarkdownTable {
    private MarkdownTable() {}

    /**
     * The table's lines.
     *
     * @param rows the head first, all of one length; a bar within a cell is escaped
     */
    public static List<String> lines(List<List<String>> rows) {
        List<List<String>> escaped = rows.stream()
                .map(row -> row.stream().map(cell -> cell.replace("|", "\\|")).toList())
                .toList();
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> escaped.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        List<String> lines = new ArrayList<>();
        for (List<String> row : escaped) {
            lines.add(line(row, widths));
            if (lines.size() == 1) {
                lines.add(line(row.stream().map(cell -> "").toList(), widths).replace(' ', '-'));
            }
        }
        return lines;
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> row.get(column)
                        + " ".repeat(widths[column] - row.get(column).length()))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
