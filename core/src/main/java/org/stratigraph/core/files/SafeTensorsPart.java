package org.stratigraph.core.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** One tensor that waits to be written; its shape holds {@code count} numbers. */
record SafeTensorsPart(String name, ElementType type, int[] shape, int count, Encoder numbers) {
    private static final int CHUNK = 1 << 16;

    /** Puts one number, as many bytes as the type takes, into a little-endian buffer. */
    interface Encoder {
        void put(int index, ByteBuffer target);
    }

    SafeTensorsPart {
        shape = shape.clone();
    }

    /** How many bytes of data there are. */
    long length() {
        return (long) count * type.bytes();
    }

    void writeTo(OutputStream out) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            numbers.put(i, chunk);
            if (!chunk.hasRemaining() || i + 1 == count) {
                out.write(chunk.array(), 0, chunk.position());
                chunk.clear();
            }
        }
    }
}
