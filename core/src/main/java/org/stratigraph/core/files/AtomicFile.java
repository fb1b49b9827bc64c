package org.stratigraph.core.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file that is there whole or not at all: written beside its target first, then moved into place. */
public final class AtomicFile {
    private AtomicFile() {}

    /** What writes the file's content. */
    @FunctionalInterface
    public interface Body {
        /** Writes to a buffered stream, which is closed afterwards. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file and the folders above it, replacing an older file of that name.
     *
     * @throws IOException if that fails, naming the file; then nothing is left behind, and an older file is as it was
     */
    public static void write(Path target, Body body) throws IOException {
        if (Files.isDirectory(target)) {
            throw new IOException("cannot write " + target + ": it is a folder; name a file inside it");
        }
        Path folder = target.toAbsolutePath().getParent();
        createFolder(folder);
        Path part = folder.resolve(".part-" + UUID.randomUUID());
        try {
            fill(part, body);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE); // replaces an older file on Unix and Windows
        } catch (IOException failure) {
            throw named(target, failure);
        } finally {
            Files.deleteIfExists(part); // gone already unless something failed
        }
    }

    private static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) { // before JDK 19 createDirectories() refuses a link to a folder
            Files.createDirectories(folder);
        }
    }

    private static void fill(Path part, Body body) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part, StandardOpenOption.CREATE_NEW))) {
            body.writeTo(out);
        }
    }

    /** A full disk does not say which file it had no room for. */
    private static IOException named(Path target, IOException failure) {
        return failure instanceof FileSystemException
                ? failure
                : new IOException("cannot write " + target + ": " + failure.getMessage(), failure);
    }
}
