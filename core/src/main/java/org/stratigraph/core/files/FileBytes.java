package org.stratigraph.core.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** The bytes of a file, on a disk or in memory. Thread-safe. */
interface FileBytes {
    /** What the file is called in messages. */
    String name();

    long size() throws IOException;

    /** A read-only view of some bytes. */
    ByteBuffer view(long begin, long length) throws IOException;

    /** A file on a disk: bytes are mapped, not read. */
    static FileBytes of(Path path) {
        return new FileBytes() {
            @Override
            public String name() {
                return path.toString();
            }

            @Override
            public long size() throws IOException {
                try (FileChannel channel = FileChannel.open(path)) {
                    return channel.size();
                }
            }

            @Override
            public ByteBuffer view(long begin, long length) throws IOException {
                try (FileChannel channel = FileChannel.open(path)) {
                    if (begin + length > channel.size()) {
                        throw new IOException("it became shorter while it was read");
                    }
                    return channel.map(FileChannel.MapMode.READ_ONLY, begin, length);
                }
            }
        };
    }

    /** A file's content in memory; the caller must not write to it afterwards. */
    static FileBytes of(String name, byte[] content) {
        return new FileBytes() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public long size() {
                return content.length;
            }

            @Override
            public ByteBuffer view(long begin, long length) {
                return ByteBuffer.wrap(content, Math.toIntExact(begin), Math.toIntExact(length))
                        .slice()
                        .asReadOnlyBuffer();
            }
        };
    }
}
