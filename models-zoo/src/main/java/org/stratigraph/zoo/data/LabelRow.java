package org.stratigraph.zoo.data;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.stratigraph.core.files.Quote;
import org.stratigraph.core.image.Box;

/**
 * A row of a table of labels. Immutable.
 *
 * @param line its number in the table, from 1
 * @param file from the table's folder on, not leaving it
 * @param label a name or a number, as typed
 */
record LabelRow(int line, Path file, String label, Optional<Box> box) {
    private static final int MOST_CLASSES = 1_000_000;

    /**
     * Checks the fields: file, label and, where there are more, a box's corners or four empty ones.
     *
     * @throws IllegalArgumentException saying what is wrong with them
     */
    static LabelRow of(List<String> fields, int line) {
        String label = fields.get(1);
        if (label.isEmpty()) {
            throw new IllegalArgumentException("the label is missing");
        }
        if (isNumber(label) && (label.length() > 7 || Integer.parseInt(label) >= MOST_CLASSES)) {
            throw new IllegalArgumentException(
                    "a class is a number below " + MOST_CLASSES + ", or a name, not " + Quote.of(label));
        }
        return new LabelRow(line, file(fields.get(0)), label, box(fields.subList(2, fields.size())));
    }

    boolean isNumbered() {
        return isNumber(label);
    }

    /** The file with {@code /} on every system. */
    String name() {
        return file.toString().replace(File.separatorChar, '/');
    }

    private static boolean isNumber(String label) {
        return label.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Path file(String typed) {
        Path file = Path.of(typed); // refuses what is no path, a zero byte say
        for (Path part : file) {
            if (part.toString().equals("..")) {
                throw new IllegalArgumentException(
                        "files are given from the table's folder on, without '..', not " + Quote.of(typed));
            }
        }
        if (file.getRoot() != null) { // Windows also has C:picture.png, which is not absolute
            throw new IllegalArgumentException(
                    "files are given from the table's folder on, without a root, not " + Quote.of(typed));
        }
        return file.normalize();
    }

    private static Optional<Box> box(List<String> corners) {
        if (corners.stream().allMatch(String::isEmpty)) {
            return Optional.empty();
        }
        try {
            int[] edges = corners.stream().mapToInt(Integer::parseInt).toArray();
            return Optional.of(new Box(edges[0], edges[1], edges[2], edges[3]));
        } catch (NumberFormatException notOne) {
            throw new IllegalArgumentException(
                    "a box is four whole numbers of pixels, not " + Quote.of(String.join(",", corners)));
        }
    }
}
