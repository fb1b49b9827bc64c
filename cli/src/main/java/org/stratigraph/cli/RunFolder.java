package org.stratigraph.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.stratigraph.core.evaluation.Tally;
import org.stratigraph.report.JsonLines;

/** What {@code compare} wrote, to be read again. */
record RunFolder(Path path) {
    private static final String PICTURES = "pictures.jsonl";

    /**
     * A folder with at least one cell.
     *
     * @throws IllegalArgumentException if there is none
     */
    static RunFolder of(Path path) throws IOException {
        RunFolder folder = new RunFolder(path);
        if (!Files.isDirectory(path) || folder.cells().isEmpty()) {
            throw new IllegalArgumentException(path + " is no comparison: no folder in it holds a " + ScoresFile.NAME
                    + ", which `compare` writes");
        }
        return folder;
    }

    /** The folders of its cells by name. */
    Map<String, Path> cells() throws IOException {
        Map<String, Path> cells = new TreeMap<>();
        try (Stream<Path> inside = Files.list(path)) {
            inside.filter(place -> Files.isRegularFile(place.resolve(ScoresFile.NAME)))
                    .forEach(place -> cells.put(place.getFileName().toString(), place));
        }
        return cells;
    }

    /** The scores of a cell. */
    static Tally scores(Path cell) throws IOException {
        Tally tally = new Tally();
        for (Map<String, Object> line :
                JsonLines.read(cell.resolve(ScoresFile.NAME)).lines()) {
            if (!line.containsKey(OutcomeLine.UNREADABLE)) {
                tally.add(OutcomeLine.parse(line));
            }
        }
        return tally;
    }

    /**
     * A picture whose maps were kept.
     *
     * @param classes the numbers of those that are explained, in the order of the maps
     */
    record Picture(String name, MapsFile maps, List<Integer> classes) {}

    /**
     * The pictures of a cell by their numbers.
     *
     * @throws IOException if the list is none, or names a file outside the cell
     */
    static Map<Integer, Picture> pictures(Path cell) throws IOException {
        Map<Integer, Picture> pictures = new LinkedHashMap<>();
        Path list = cell.resolve(PICTURES);
        if (!Files.exists(list)) {
            return pictures;
        }
        for (Map<String, Object> line : JsonLines.read(list).lines()) {
            if (line.containsKey(OutcomeLine.UNREADABLE)) {
                continue;
            }
            if (!(line.get(OutcomeLine.SAMPLE) instanceof Integer number)
                    || !(line.get("file") instanceof String file)
                    || !(line.get("targets") instanceof List<?> targets)) {
                throw new IOException(list + " has a line without sample, file or targets: " + line);
            }
            Path maps = cell.resolve(file).normalize();
            if (!maps.startsWith(cell.normalize())
                    || Files.exists(maps) && !maps.toRealPath().startsWith(cell.toRealPath())) {
                throw new IOException(list + " names a file outside its folder: " + file);
            }
            List<Integer> classes = targets.stream()
                    .map(target -> (Integer) ((Map<?, ?>) target).get("index"))
                    .toList();
            pictures.put(number, new Picture(String.valueOf(line.get("name")), new MapsFile(maps), classes));
        }
        return pictures;
    }
}
