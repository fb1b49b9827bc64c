package org.stratigraph.zoo.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stratigraph.core.files.Quote;

/**
 * The boxes of all of ImageNet's validation pictures, as {@code LOC_val_solution.csv} has them: a picture's id, then groups of a
 * class and four numbers. Immutable.
 */
final class ValidationTable {
    private static final String HEADER = "ImageId,PredictionString";
    private static final int GROUP = 5;

    private final Map<String, List<XmlObject>> objects = new HashMap<>();

    private ValidationTable() {}

    /** @throws IOException naming the file and the line that is wrong */
    static ValidationTable read(Path file) throws IOException {
        List<String> lines = TextLines.of(file);
        if (!header(lines).equals(HEADER)) {
            throw new IOException("line 1 of " + file + " must be " + HEADER);
        }
        ValidationTable table = new ValidationTable();
        for (int line = 1; line < lines.size(); line++) {
            try {
                table.add(lines.get(line));
            } catch (IllegalArgumentException wrong) {
                throw new IOException("line " + (line + 1) + " of " + file + ": " + wrong.getMessage(), wrong);
            }
        }
        return table;
    }

    /** The objects of a picture; empty if the table has no line for it. */
    Optional<List<XmlObject>> objects(String picture) {
        return Optional.ofNullable(objects.get(picture));
    }

    /** Without quotes and spaces. */
    private static String header(List<String> lines) {
        return lines.stream().findFirst().orElse("").replaceAll("[\"\\s]", "");
    }

    private void add(String line) {
        if (line.isBlank()) {
            return;
        }
        List<String> cells = CsvLine.fields(line);
        if (cells.size() != 2) {
            throw new IllegalArgumentException("has " + cells.size() + " cells, not 2");
        }
        String[] words = cells.get(1).strip().split("\\s+");
        if (words.length % GROUP != 0) {
            throw new IllegalArgumentException(
                    "does not consist of groups of a class and four numbers: " + Quote.of(cells.get(1)));
        }
        List<XmlObject> found = new ArrayList<>();
        for (int at = 0; at < words.length; at += GROUP) {
            found.add(new XmlObject(
                    words[at], pixel(words[at + 1]), pixel(words[at + 2]), pixel(words[at + 3]), pixel(words[at + 4])));
        }
        if (objects.put(cells.get(0), List.copyOf(found)) != null) {
            throw new IllegalArgumentException("names " + Quote.of(cells.get(0)) + " for the second time");
        }
    }

    private static int pixel(String word) {
        try {
            int pixel = Integer.parseInt(word);
            if (Math.abs((long) pixel) < DrawnObject.FURTHEST) {
                return pixel;
            }
        } catch (NumberFormatException notOne) {
            // said below
        }
        throw new IllegalArgumentException(Quote.of(word) + " is no place in a picture");
    }
}
