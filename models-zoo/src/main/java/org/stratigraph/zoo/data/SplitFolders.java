package org.stratigraph.zoo.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.core.spi.Labels;
import org.stratigraph.core.spi.Samples;
import org.stratigraph.core.spi.Split;

/**
 * A folder per split, and in each a sub-folder per class: {@code train} beside {@code val} or {@code validation}, or
 * {@code test}, or both. The classes are those of all splits together; where one of the latter two is missing, the other stands
 * for it. Immutable, thread-safe.
 */
record SplitFolders(Labels labels, Map<Split, FileData> parts) implements DataSource {
    SplitFolders {
        parts = Map.copyOf(parts);
    }

    /** The folder's splits, if that is how it is laid out. */
    static Optional<DataSource> in(Path folder) throws IOException {
        Optional<Path> train = first(folder, "train");
        Optional<Path> validation = first(folder, "val", "validation");
        Optional<Path> test = first(folder, "test");
        if (train.isEmpty() || validation.or(() -> test).isEmpty()) {
            return Optional.empty();
        }
        Map<Split, Path> places = new EnumMap<>(Split.class);
        places.put(Split.TRAIN, train.get());
        places.put(Split.VALIDATION, validation.or(() -> test).get());
        places.put(Split.TEST, test.or(() -> validation).get());
        SortedSet<String> classes = new TreeSet<>();
        for (Path place : places.values()) {
            classes.addAll(ClassFolders.classes(place));
        }
        List<String> names = List.copyOf(classes);
        Map<Split, FileData> parts = new EnumMap<>(Split.class);
        for (Map.Entry<Split, Path> place : places.entrySet()) {
            Listing listing = ClassFolders.listing(place.getValue(), names);
            parts.put(place.getKey(), new FileData(place.getValue(), listing.labels(), listing.pictures()));
        }
        return Optional.of(new SplitFolders(new Labels(names), parts));
    }

    private static Optional<Path> first(Path folder, String... names) {
        return Stream.of(names).map(folder::resolve).filter(Files::isDirectory).findFirst();
    }

    @Override
    public Samples samples(Split split) {
        return parts.get(split).all();
    }
}
