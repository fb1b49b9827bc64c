package org.stratigraph.zoo.pth;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zip files like those of torch.save, sound or not. */
final class PthFile {
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    PthFile pickle(byte[] pickle) {
        return entry("archive/data.pkl", pickle).entry("archive/byteorder", "little");
    }

    PthFile storage(String key, String hex) {
        return entry("archive/data/" + key, HexFormat.of().parseHex(hex));
    }

    PthFile entry(String name, String text) {
        return entry(name, text.getBytes(StandardCharsets.UTF_8));
    }

    PthFile entry(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    Path write(Path folder) throws IOException {
        return write(folder, ZipEntry.STORED);
    }

    Path write(Path folder, int method) throws IOException {
        Path file = folder.resolve("test.pth");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> content : entries.entrySet()) {
                zip.putNextEntry(entry(content.getKey(), content.getValue(), method));
                zip.write(content.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    private static ZipEntry entry(String name, byte[] content, int method) {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(method);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        return entry;
    }
}
