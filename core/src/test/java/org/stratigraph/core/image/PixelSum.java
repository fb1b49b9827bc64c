package org.stratigraph.core.image;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** The CRC-32 of a picture's samples, or of a tensor's big-endian bytes, for comparison with Python's zlib.crc32. */
public final class PixelSum {
    private PixelSum() {}

    public static String of(RgbImage image) {
        return of(ByteBuffer.wrap(image.samples()));
    }

    static String of(Tensor tensor) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * tensor.size());
        bytes.asFloatBuffer().put(tensor.values());
        return of(bytes);
    }

    private static String of(ByteBuffer bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return String.format("%08x", sum.getValue());
    }
}
