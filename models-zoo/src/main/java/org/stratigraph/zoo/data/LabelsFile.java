package org.stratigraph.zoo.data;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stratigraph.core.files.Quote;
import org.stratigraph.core.image.RgbImage;

/**
 * A table of files, classes and boxes (CSV in UTF-8), a box per row; pictures are in the order of their first rows, and of
 * the class that the first one names. Hostile until checked: files are looked for beside the table and below, nowhere else.
 */
final class LabelsFile {
    private static final List<String> PLAIN = List.of("file", "label");
    private static final List<String> BOXED = List.of("file", "label", "x0", "y0", "x1", "y1");

    private final Path table;
    private final Path folder;

    LabelsFile(Path table) {
        this.table = table;
        this.folder = table.toAbsolutePath().getParent();
    }

    /** @throws IOException naming the table and the line that is wrong */
    Listing listing() throws IOException {
        List<LabelRow> rows = rows(lines());
        ClassNumbers classes = ClassNumbers.of(rows);
        List<AnnotatedFile> pictures = new ArrayList<>();
        for (List<LabelRow> ofOne : byFile(rows)) {
            pictures.add(picture(ofOne, classes));
        }
        return new Listing(classes.labels(), pictures);
    }

    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(table);
        } catch (CharacterCodingException other) {
            throw new IOException(table + " is not in UTF-8; save it as that", other);
        }
    }

    private List<LabelRow> rows(List<String> lines) throws IOException {
        int columns = lines.isEmpty() ? 0 : columns(fields(lines.get(0), 1));
        List<LabelRow> rows = new ArrayList<>();
        for (int line = 2; line <= lines.size(); line++) {
            if (!lines.get(line - 1).isBlank()) {
                rows.add(row(fields(lines.get(line - 1), line), columns, line));
            }
        }
        return rows;
    }

    private int columns(List<String> header) throws IOException {
        if (!header.equals(PLAIN) && !header.equals(BOXED)) {
            throw wrong(
                    1,
                    "the header is " + String.join(",", PLAIN) + " or " + String.join(",", BOXED) + ", not "
                            + Quote.of(String.join(",", header)));
        }
        return header.size();
    }

    private List<String> fields(String line, int number) throws IOException {
        try {
            return CsvLine.fields(number == 1 ? line.replace("\uFEFF", "") : line); // Excel's byte order mark
        } catch (IllegalArgumentException broken) {
            throw wrong(number, broken.getMessage());
        }
    }

    private LabelRow row(List<String> fields, int columns, int line) throws IOException {
        if (fields.size() != columns) {
            throw wrong(line, "the header has " + columns + " fields, this row " + fields.size());
        }
        try {
            return LabelRow.of(fields, line);
        } catch (IllegalArgumentException broken) {
            throw wrong(line, broken.getMessage());
        }
    }

    private static Collection<List<LabelRow>> byFile(List<LabelRow> rows) {
        Map<Path, List<LabelRow>> byFile = new LinkedHashMap<>();
        for (LabelRow row : rows) {
            byFile.computeIfAbsent(row.file(), first -> new ArrayList<>()).add(row);
        }
        return byFile.values();
    }

    private AnnotatedFile picture(List<LabelRow> rows, ClassNumbers classes) throws IOException {
        LabelRow first = rows.get(0);
        Path file = folder.resolve(first.file());
        if (!Files.isRegularFile(file)) {
            throw wrong(first.line(), "there is no file " + Quote.of(first.name()) + " in " + folder);
        }
        List<DrawnObject> objects = new ArrayList<>();
        for (LabelRow row : rows) {
            if (rows.size() > 1 && row.box().isEmpty()) {
                throw wrong(row.line(), Quote.of(row.name()) + " has several rows, and this one gives no box");
            }
            row.box()
                    .map(box -> DrawnObject.boxed(classes.number(row), box.x0(), box.y0(), box.x1(), box.y1()))
                    .ifPresent(objects::add);
        }
        Annotation annotation = new Annotation(classes.number(first), objects);
        return new AnnotatedFile(first.name(), file, image -> {
            checkInside(image, objects, rows);
            return annotation;
        });
    }

    /** Boxes of the public sets are clipped; one that somebody typed is right as it is, or a mistake. */
    private void checkInside(RgbImage image, List<DrawnObject> objects, List<LabelRow> rows) throws IOException {
        for (int i = 0; i < objects.size(); i++) { // all rows have boxes, or there is one without
            if (!objects.get(i).isWithin(image)) {
                LabelRow row = rows.get(i);
                throw wrong(
                        row.line(),
                        objects.get(i) + " sticks out of " + row.name() + ", which is " + image.width() + " x "
                                + image.height() + " pixels");
            }
        }
    }

    private IOException wrong(int line, String what) {
        return new IOException(place(line) + ": " + what);
    }

    private String place(int line) {
        return table + ", line " + line;
    }
}
