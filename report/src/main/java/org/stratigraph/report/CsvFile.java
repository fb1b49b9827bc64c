package org.stratigraph.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.stratigraph.core.files.AtomicFile;

/** A table as comma-separated values (RFC 4180), for spreadsheets and data frames. */
public final class CsvFile {
    private CsvFile() {}

    /**
     * Writes a table, whole or not at all.
     *
     * @param rows the head first; numbers are written so that they read back as the same numbers
     */
    public static void write(List<List<Object>> rows, Path file) throws IOException {
        String text = rows.stream()
                .map(row -> row.stream().map(CsvFile::cell).collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining());
        AtomicFile.write(file, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String cell(Object value) {
        String text = value.toString();
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
