package org.stratigraph.core.files;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** The chain of chunks that a PNG file consists of (PNG specification, section 5). */
final class PngChunks {
    private static final int SIGNATURE = 8;
    private static final int FRAME = 12; // length, type and checksum, four bytes each
    private static final int EXIF = 0x65584966; // "eXIf"
    private static final int END = 0x49454e44; // "IEND"

    private PngChunks() {}

    /**
     * How the picture is to be turned. Checks the whole chain on the way, as the decoder does not.
     *
     * @throws EOFException if the file stops before its end chunk
     * @throws IOException if a chunk differs from its checksum
     */
    static Orientation orientation(byte[] content) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(content);
        Orientation orientation = Orientation.UPRIGHT;
        int type = 0;
        for (int at = SIGNATURE; type != END; ) {
            int length = length(file, at);
            checkSum(file, at, length);
            type = file.getInt(at + 4);
            if (type == EXIF) {
                orientation = Orientation.ofExif(file.slice(at + 8, length));
            }
            at += FRAME + length;
        }
        return orientation;
    }

    private static int length(ByteBuffer file, int at) throws IOException {
        int room = file.limit() - at - FRAME;
        if (room < 0 || Integer.compareUnsigned(file.getInt(at), room) > 0) {
            throw new EOFException("it is cut off after " + file.limit() + " bytes, in the chunk that begins at " + at);
        }
        return file.getInt(at);
    }

    private static void checkSum(ByteBuffer file, int at, int length) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(file.slice(at + 4, 4 + length)); // type and data
        if ((int) sum.getValue() != file.getInt(at + 8 + length)) {
            throw new IOException("the chunk that begins at byte " + at + " differs from its checksum");
        }
    }
}
