package org.stratigraph.zoo.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.core.spi.Labels;

/**
 * A table of a folder's pictures and what they show: a line {@code file,label} or {@code file,label,x0,y0,x1,y1}, then a line
 * for each picture or each box. Boxes are half-open, in whole pixels from 0 on; a line may leave all four numbers empty.
 *
 * <p>The first line that names a picture gives the class of the whole, every line that of its own box. If
 * every label is a number, these are the classes' numbers, else their names, and the classes are numbered by the order of
 * their names.
 */
final class LabelTable {
    private static final String PLAIN = "file,label";
    private static final String BOXED = "file,label,x0,y0,x1,y1";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");

    private final Path folder;
    private final Path table;
    private final Map<String, List<LabelRow>> rows = new LinkedHashMap<>(); // by file, in the table's order

    private LabelTable(Path folder, Path table) {
        this.folder = folder;
        this.table = table;
    }

    /** @throws IOException naming the table and the line that is wrong */
    static LabelTable read(Path folder, Path table) throws IOException {
        LabelTable read = new LabelTable(folder, table);
        List<String> lines = TextLines.of(table);
        boolean boxed = read.isBoxed(lines);
        for (int line = 1; line < lines.size(); line++) {
            if (!lines.get(line).isBlank()) {
                try {
                    read.add(LabelRow.parse(lines.get(line), boxed));
                } catch (IllegalArgumentException wrong) {
                    throw new IOException("line " + (line + 1) + " of " + table + ": " + wrong.getMessage(), wrong);
                }
            }
        }
        return read;
    }

    /** The pictures in the order in which the table first names them. */
    DataSource data() throws IOException {
        List<String> typed = rows.values().stream()
                .flatMap(List::stream)
                .map(LabelRow::label)
                .distinct()
                .sorted()
                .toList();
        boolean numbers = typed.stream().allMatch(label -> NUMBER.matcher(label).matches());
        Labels labels = numbers ? numbered(typed) : new Labels(typed);
        Map<String, Integer> number = new LinkedHashMap<>();
        for (String label : typed) {
            number.put(label, numbers ? Integer.parseInt(label) : number.size());
        }
        List<Picture> pictures = new ArrayList<>();
        rows.forEach((file, lines) -> {
            Annotation annotation = annotation(lines, number);
            pictures.add(new Picture(file, folder.resolve(file), () -> annotation));
        });
        return new FileData(folder, labels, pictures);
    }

    private boolean isBoxed(List<String> lines) throws IOException {
        String header = CsvLine.header(lines);
        if (!header.equals(PLAIN) && !header.equals(BOXED)) {
            throw new IOException("line 1 of " + table + " must be " + PLAIN + " or " + BOXED);
        }
        return header.equals(BOXED);
    }

    private void add(LabelRow row) {
        List<LabelRow> ofFile = rows.computeIfAbsent(row.file(), file -> new ArrayList<>());
        if (!ofFile.isEmpty() && row.corners().isEmpty()) {
            throw new IllegalArgumentException("names a file that was named before, and adds no box to it");
        }
        ofFile.add(row);
    }

    private static Labels numbered(List<String> typed) {
        return Labels.numbered(typed.stream().mapToInt(Integer::parseInt).max().orElse(0) + 1);
    }

    private static Annotation annotation(List<LabelRow> rows, Map<String, Integer> number) {
        List<DrawnBox> boxes = rows.stream()
                .flatMap(row -> row.box(number.get(row.label())).stream())
                .toList();
        return new Annotation(number.get(rows.get(0).label()), boxes);
    }
}
