package org.stratigraph.core.files;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** PNG files written chunk by chunk, so that a test can choose every sample and every mistake. */
final class PngBytes {
    static final int GREY = 0;
    static final int RGB = 2;
    static final int PALETTE = 3;
    static final int GREY_ALPHA = 4;
    static final int RGBA = 6;

    private PngBytes() {}

    /** A file of one row of pixels. */
    static byte[] row(int width, int depth, int type, int... samples) {
        return file(header(width, 1, depth, type), data(samples), chunk("IEND"));
    }

    static byte[] file(byte[]... chunks) {
        return join(bytes(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'), join(chunks));
    }

    static byte[] header(int width, int height, int depth, int type) {
        byte[] content = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(bytes(depth, type))
                .array();
        return sealed("IHDR", content);
    }

    /** One row of packed samples, unfiltered. */
    static byte[] data(int... samples) {
        Deflater deflater = new Deflater();
        deflater.setInput(join(bytes(0), bytes(samples)));
        deflater.finish();
        byte[] packed = new byte[1000];
        int length = deflater.deflate(packed);
        deflater.end();
        return sealed("IDAT", ByteBuffer.wrap(packed, 0, length));
    }

    static byte[] chunk(String type, int... content) {
        return sealed(type, bytes(content));
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] sealed(String type, byte[] content) {
        return sealed(type, ByteBuffer.wrap(content));
    }

    private static byte[] sealed(String type, ByteBuffer content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content.duplicate());
        return ByteBuffer.allocate(12 + content.remaining())
                .putInt(content.remaining())
                .put(name)
                .put(content)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] join(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(1000);
        for (byte[] part : parts) {
            all.put(part);
        }
        byte[] joined = new byte[all.flip().limit()];
        all.get(joined);
        return joined;
    }
}
