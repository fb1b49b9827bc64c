package org.stratigraph.zoo.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stratigraph.core.files.Quote;
import org.stratigraph.core.spi.Labels;

/**
 * ImageNet's classes: WordNet's ids, {@code n01440764}, numbered by their order, which for all 1000 is torchvision's.
 * Immutable.
 */
final class Synsets {
    private static final Pattern LINE = Pattern.compile("(n\\d{8})\\s+([^,]+).*");

    private final List<String> ids; // in order
    private final Labels labels;

    private Synsets(SortedMap<String, String> names) {
        this.ids = List.copyOf(names.keySet());
        this.labels = new Labels(new ArrayList<>(names.values()));
    }

    /** Reads a file of an id and its names a line: {@code n01440764 tench, Tinca tinca}. */
    static Synsets read(Path file) throws IOException {
        SortedMap<String, String> names = new TreeMap<>();
        for (String line : TextLines.of(file)) {
            Matcher parts = LINE.matcher(line.strip());
            if (parts.matches()) {
                names.put(parts.group(1), parts.group(2).strip());
            } else if (!line.isBlank()) {
                throw new IOException(file + " has a line that names no class: " + Quote.of(line));
            }
        }
        return new Synsets(names);
    }

    /** The first name of each class. */
    Labels labels() {
        return labels;
    }

    /**
     * The number of an id.
     *
     * @throws IllegalArgumentException if there is none
     */
    int number(String id) {
        int number = Collections.binarySearch(ids, id);
        if (number < 0) {
            throw new IllegalArgumentException(Quote.of(id) + " is none of the " + ids.size() + " classes");
        }
        return number;
    }
}
