package org.stratigraph.zoo.data;

import java.util.ArrayList;
import java.util.List;

/** A line of a CSV file (RFC 4180, but that a field ends with its line). */
final class CsvLine {
    private CsvLine() {}

    /**
     * The fields: without the spaces around them, and without their quotes where they have them.
     *
     * @throws IllegalArgumentException if a quote is not closed
     */
    static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int at = 0; at < line.length(); at++) {
            if (line.charAt(at) == '"') {
                quoted = !quoted; // twice, and so not at all, where a quote in a quoted field is doubled
            } else if (line.charAt(at) == ',' && !quoted) {
                fields.add(unquoted(line.substring(start, at).strip()));
                start = at + 1;
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("a quote is not closed in this line");
        }
        fields.add(unquoted(line.substring(start).strip()));
        return fields;
    }

    private static String unquoted(String field) {
        return field.length() > 1 && field.startsWith("\"") && field.endsWith("\"")
                ? field.substring(1, field.length() - 1).replace("\"\"", "\"")
                : field;
    }
}
