package org.stratigraph.zoo.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.stratigraph.core.files.Quote;

/** The pictures below a folder, by their names alone. */
final class PictureFiles {
    static final String KINDS = ".png, .jpg or .jpeg";

    private static final int DEEPEST = 16;

    private PictureFiles() {}

    /**
     * A folder that a user named.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Path folder(Path typed) {
        if (!Files.isDirectory(typed)) {
            throw new IllegalArgumentException("no folder at " + typed.toAbsolutePath());
        }
        return typed;
    }

    /**
     * The picture files below a folder, in the order of their {@link #name}s, whatever order the file system has. Hidden ones
     * do not count, and links to folders are not followed.
     */
    static List<Path> below(Path folder) throws IOException {
        Path root = folder.toRealPath(); // the folder itself may be a link
        try (Stream<Path> files = Files.find(root, DEEPEST, (file, kind) -> !kind.isDirectory())) {
            return files.map(root::relativize)
                    .filter(PictureFiles::isPicture)
                    .map(PictureFiles::name)
                    .sorted()
                    .map(folder::resolve)
                    .toList();
        } catch (UncheckedIOException unreadable) {
            throw new IOException("cannot list " + folder + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /** A path within a folder as it is written everywhere: {@code cats/1.png}. */
    static String name(Path relative) {
        return names(relative).collect(Collectors.joining("/"));
    }

    /**
     * The name of a file that a table mentions, which cannot lead out of the table's folder.
     *
     * @throws IllegalArgumentException if it does
     */
    static String within(String typed) {
        try {
            Path path = Path.of(typed).normalize();
            if (!path.isAbsolute() && !path.startsWith("..") && !path.toString().isEmpty()) {
                return name(path);
            }
        } catch (InvalidPathException notOne) {
            // said below
        }
        throw new IllegalArgumentException(
                Quote.of(typed) + " is no file within the folder: give its path from the folder on");
    }

    /** The file's own name up to its last dot. */
    static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static boolean isPicture(Path relative) {
        String last = relative.getFileName().toString().toLowerCase(Locale.ROOT);
        return (last.endsWith(".png") || last.endsWith(".jpg") || last.endsWith(".jpeg"))
                && names(relative).noneMatch(name -> name.startsWith("."));
    }

    private static Stream<String> names(Path relative) {
        return StreamSupport.stream(relative.spliterator(), false).map(Path::toString);
    }
}
