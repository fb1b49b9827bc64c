package org.stratigraph.core.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** The first part of a safetensors file: eight bytes that say how long the header is, then the header. */
final class SafeTensorsHeaderBytes {
    /** Where the header starts. */
    static final int START = Long.BYTES;

    private static final long LONGEST = 100_000_000;

    private SafeTensorsHeaderBytes() {}

    /** @throws IOException if the file is too short or claims a header that cannot be */
    static byte[] read(FileChannel channel) throws IOException {
        long size = channel.size();
        if (size < START) {
            throw new IOException("it has " + size + " bytes; the length of its header alone takes " + START);
        }
        long length = read(channel, START, 0).getLong();
        long left = size - START;
        if (length < 0 || length > LONGEST || length > left) {
            throw new IOException("it claims a header of " + Long.toUnsignedString(length) + " bytes, but " + left
                    + " follow and at most " + LONGEST + " are allowed");
        }
        return read(channel, (int) length, START).array();
    }

    private static ByteBuffer read(FileChannel channel, int length, long position) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new IOException("it became shorter while it was read");
            }
        }
        return bytes.flip();
    }
}
