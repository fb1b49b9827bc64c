package org.stratigraph.core.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of a file, read when first asked for and then remembered. Thread-safe. */
public final class FileDigest {
    private final Path path;
    private String known = "";

    /** Nothing is read yet. */
    public FileDigest(Path path) {
        this.path = path;
    }

    /**
     * 64 hexadecimal digits, lower case.
     *
     * @throws UncheckedIOException if the file cannot be read
     */
    public synchronized String sha256() {
        if (known.isEmpty()) {
            known = read();
        }
        return known;
    }

    /** The SHA-256 of a file's content in memory. */
    public static String of(byte[] content) {
        return HexFormat.of().formatHex(algorithm().digest(content));
    }

    private String read() {
        MessageDigest digest = algorithm();
        try (InputStream file = new DigestInputStream(Files.newInputStream(path), digest)) {
            file.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest algorithm() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
