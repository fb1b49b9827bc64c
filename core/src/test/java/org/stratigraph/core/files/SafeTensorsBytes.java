package org.stratigraph.core.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Safetensors files of any content, sound or not. */
final class SafeTensorsBytes {
    private SafeTensorsBytes() {}

    static Path write(Path folder, String header, byte[] data) throws IOException {
        return write(folder, header.getBytes(StandardCharsets.UTF_8), data);
    }

    static Path write(Path folder, byte[] header, byte[] data) throws IOException {
        return write(folder, header.length, header, data);
    }

    static Path write(Path folder, long claimedLength, byte[] header, byte[] data) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + header.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(claimedLength)
                .put(header)
                .put(data);
        return Files.write(folder.resolve("test.safetensors"), bytes.array());
    }
}
