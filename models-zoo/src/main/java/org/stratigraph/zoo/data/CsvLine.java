package org.stratigraph.zoo.data;

import java.util.ArrayList;
import java.util.List;

/** The cells of one line of a comma-separated table; a cell in quotes may hold commas, and quotes twice (RFC 4180). */
final class CsvLine {
    private static final char QUOTE = '"';

    private final String line;
    private int at;

    private CsvLine(String line) {
        this.line = line;
    }

    /** @throws IllegalArgumentException if a quote is never closed, or is followed by more than a comma */
    static List<String> cells(String line) {
        CsvLine csv = new CsvLine(line);
        List<String> cells = new ArrayList<>();
        cells.add(csv.cell());
        while (csv.at < line.length()) {
            csv.at++; // the comma
            cells.add(csv.cell());
        }
        return cells;
    }

    /** The first line of a table, without quotes and blanks; empty if there is none. */
    static String header(List<String> lines) {
        return lines.stream().findFirst().orElse("").replaceAll("[\"\\s]", "");
    }

    private String cell() {
        return at < line.length() && line.charAt(at) == QUOTE ? quoted() : plain();
    }

    private String plain() {
        int comma = line.indexOf(',', at);
        int end = comma < 0 ? line.length() : comma;
        String cell = line.substring(at, end).strip();
        at = end;
        return cell;
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        do {
            int close = line.indexOf(QUOTE, at + 1);
            if (close < 0) {
                throw new IllegalArgumentException("a quote is not closed");
            }
            cell.append(line, at + 1, close).append(QUOTE);
            at = close + 1;
        } while (at < line.length() && line.charAt(at) == QUOTE);
        if (at < line.length() && line.charAt(at) != ',') {
            throw new IllegalArgumentException("a quoted cell is followed by more than a comma");
        }
        return cell.substring(0, cell.length() - 1);
    }
}
