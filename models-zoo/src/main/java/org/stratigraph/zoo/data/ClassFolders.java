package org.stratigraph.zoo.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stratigraph.core.spi.Labels;
import org.stratigraph.zoo.data.AnnotatedFile.Truth;

/**
 * Sub-folders as classes, by name; one without pictures is a class too. Other files, deeper folders and what is hidden (a
 * name that begins with a dot) are passed over.
 */
final class ClassFolders {
    private static final Pattern PICTURE = Pattern.compile(".*\\.(png|jpe?g)");

    private ClassFolders() {}

    static Listing listing(Path folder) throws IOException {
        return listing(folder, classes(folder));
    }

    /** The pictures of these classes, some of which the folder may not have. */
    static Listing listing(Path folder, List<String> classes) throws IOException {
        List<AnnotatedFile> pictures = new ArrayList<>();
        for (Path one : sorted(folder, Files::isDirectory)) {
            Truth truth = Truth.of(new Annotation(classes.indexOf(name(one)), List.of()));
            for (Path file : sorted(one, ClassFolders::isPicture)) {
                pictures.add(new AnnotatedFile(name(one) + "/" + name(file), file, truth));
            }
        }
        return new Listing(new Labels(classes), pictures);
    }

    /** The names of the sub-folders. */
    static List<String> classes(Path folder) throws IOException {
        return sorted(folder, Files::isDirectory).stream()
                .map(ClassFolders::name)
                .toList();
    }

    private static boolean isPicture(Path file) {
        return Files.isRegularFile(file)
                && PICTURE.matcher(name(file).toLowerCase(Locale.ROOT)).matches();
    }

    /** By name as text: file systems list in any order, and paths compare differently from one to another. */
    private static List<Path> sorted(Path folder, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !name(entry).startsWith("."))
                    .filter(wanted)
                    .sorted(Comparator.comparing(ClassFolders::name))
                    .toList();
        }
    }

    private static String name(Path entry) {
        return entry.getFileName().toString();
    }
}
