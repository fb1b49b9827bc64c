package org.stratigraph.zoo.data;

import java.util.List;
import java.util.Optional;
import org.stratigraph.core.files.Quote;

/**
 * One line of a {@link LabelTable}. Immutable.
 *
 * @param file path within the folder, written with {@code /}
 * @param label as typed
 * @param corners left, top, right and bottom edge; empty where the line has no box
 */
record LabelRow(String file, String label, List<Integer> corners) {
    /**
     * Reads a line, of six cells if there is to be a box, else of two.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static LabelRow parse(String line, boolean boxed) {
        List<String> cells = CsvLine.cells(line);
        int expected = boxed ? 6 : 2;
        if (cells.size() != expected) {
            throw new IllegalArgumentException("has " + cells.size() + " cells, not " + expected);
        }
        if (cells.get(1).isBlank()) {
            throw new IllegalArgumentException("has no label");
        }
        return new LabelRow(
                PictureFiles.within(cells.get(0)), cells.get(1).strip(), corners(cells.subList(2, expected)));
    }

    /** The box, with the number of its class; empty where the line has none. */
    Optional<DrawnBox> box(int number) {
        return corners.isEmpty()
                ? Optional.empty()
                : Optional.of(new DrawnBox(number, corners.get(0), corners.get(1), corners.get(2), corners.get(3)));
    }

    private static List<Integer> corners(List<String> cells) {
        if (cells.stream().allMatch(String::isBlank)) {
            return List.of();
        }
        List<Integer> corners = cells.stream().map(LabelRow::pixel).toList();
        if (corners.get(0) >= corners.get(2) || corners.get(1) >= corners.get(3)) {
            throw new IllegalArgumentException(
                    "its box ends before it begins: x1 and y1 are the column and the row" + " after the last ones");
        }
        return corners;
    }

    private static int pixel(String cell) {
        try {
            int pixel = Integer.parseInt(cell.strip());
            if (Math.abs((long) pixel) < DrawnBox.FURTHEST) {
                return pixel;
            }
        } catch (NumberFormatException notOne) {
            // said below
        }
        throw new IllegalArgumentException("an edge is a whole number of pixels, not " + Quote.of(cell));
    }
}
