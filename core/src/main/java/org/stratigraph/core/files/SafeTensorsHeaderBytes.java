package org.stratigraph.core.files;

import java.io.IOException;
import java.nio.ByteOrder;

/** The first part of a safetensors file: eight bytes that say how long the header is, then the header. */
final class SafeTensorsHeaderBytes {
    /** Where the header starts. */
    static final int START = Long.BYTES;

    private static final long LONGEST = 100_000_000;

    private SafeTensorsHeaderBytes() {}

    /** @throws IOException if the file is too short or claims a header that cannot be */
    static byte[] read(FileBytes file) throws IOException {
        long size = file.size();
        if (size < START) {
            throw new IOException("it has " + size + " bytes; the length of its header alone takes " + START);
        }
        long length = file.view(0, START).order(ByteOrder.LITTLE_ENDIAN).getLong();
        long left = size - START;
        if (length < 0 || length > LONGEST || length > left) {
            throw new IOException("it claims a header of " + Long.toUnsignedString(length) + " bytes, but " + left
                    + " follow and at most " + LONGEST + " are allowed");
        }
        byte[] header = new byte[(int) length];
        file.view(START, length).get(header);
        return header;
    }
}
