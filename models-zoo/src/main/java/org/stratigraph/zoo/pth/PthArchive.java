package org.stratigraph.zoo.pth;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.stratigraph.core.files.Quote;

/** The zip file around a pickle and its storages, checked when opened. Immutable, thread-safe; keeps no file open. */
final class PthArchive {
    static final String PICKLE = "data.pkl";

    private static final int LONGEST_PICKLE = 1 << 26;
    private static final int CHUNK = 1 << 16;

    private final Path path;
    private final String root;
    private final Map<String, Long> sizes;

    private PthArchive(Path path, String root, Map<String, Long> sizes) {
        this.path = path;
        this.root = root;
        this.sizes = sizes;
    }

    /** @throws IOException saying what is wrong, without the name of the file */
    static PthArchive open(Path path) throws IOException {
        checkSignature(path);
        try (ZipFile zip = new ZipFile(path.toFile())) {
            Map<String, Long> sizes = ZipEntries.sizes(zip, Files.size(path));
            PthArchive archive = new PthArchive(path, ZipEntries.root(sizes.keySet()), sizes);
            archive.checkByteOrder(zip);
            return archive;
        } catch (ZipException broken) {
            throw new IOException(
                    "its zip archive is cut short or damaged (" + broken.getMessage() + "): copy or download it again",
                    broken);
        }
    }

    /** The program that rebuilds the state dict. */
    byte[] pickle() throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return read(zip, root + PICKLE, LONGEST_PICKLE);
        }
    }

    /** How many bytes a storage has. */
    long storageSize(String key) throws IOException {
        String entry = entryName(key);
        if (!sizes.containsKey(entry)) {
            throw new IOException(
                    "its storage " + Quote.of(entry) + " is not in the file: the file is cut short or damaged");
        }
        return sizes.get(entry);
    }

    /** The numbers {@code first}, {@code first + 1}, ... of a storage as float32. */
    FloatBuffer floats(Storage storage, long first, int count) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile());
                InputStream bytes = zip.getInputStream(entry(zip, storage.key()))) {
            bytes.skipNBytes(first * storage.type().bytes());
            FloatBuffer numbers = FloatBuffer.allocate(count);
            byte[] chunk = new byte[CHUNK];
            while (numbers.hasRemaining()) {
                long left = (long) numbers.remaining() * storage.type().bytes();
                int length = (int) Math.min(left, CHUNK);
                if (bytes.readNBytes(chunk, 0, length) < length) {
                    throw new IOException("its storage " + entryName(storage.key()) + " ends early");
                }
                storage.type().floats(ByteBuffer.wrap(chunk, 0, length), numbers);
            }
            return numbers.flip();
        }
    }

    private static void checkSignature(Path path) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(path))) {
            switch (Signature.of(file.readNBytes(64))) {
                case ZIP -> {}
                case LEGACY_TORCH ->
                    throw new IOException("it is in the format torch.save had before torch 1.6; load it"
                            + " in PyTorch and save it again with torch.save(state_dict, path), or as safetensors");
                case UNKNOWN -> throw new IOException("it is no zip file, as torch.save writes since torch 1.6");
            }
        }
    }

    private void checkByteOrder(ZipFile zip) throws IOException {
        String entry = root + "byteorder";
        if (sizes.containsKey(entry)) {
            String order = new String(read(zip, entry, 64), StandardCharsets.UTF_8).strip();
            if (!order.equals("little")) {
                throw new IOException(
                        "its numbers are in " + Quote.of(order) + " byte order; only little can be read: save it again"
                                + " on a little-endian machine, or as safetensors");
            }
        }
    }

    private byte[] read(ZipFile zip, String name, int most) throws IOException {
        if (sizes.get(name) > most) {
            throw new IOException(
                    "its entry " + name + " has " + sizes.get(name) + " bytes, more than the " + most + " allowed");
        }
        try (InputStream entry = zip.getInputStream(zip.getEntry(name))) {
            return entry.readNBytes(most);
        }
    }

    private ZipEntry entry(ZipFile zip, String key) throws IOException {
        ZipEntry entry = zip.getEntry(entryName(key));
        if (entry == null || entry.getSize() != storageSize(key)) {
            throw new IOException("it changed after it was opened; open it again");
        }
        return entry;
    }

    private String entryName(String key) {
        return root + "data/" + key;
    }
}
