package org.stratigraph.core.files;

import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** The segments of a JPEG file up to its end marker, and what they say about the picture (ITU T.81, annex B). */
final class JpegMarkers {
    private static final int START_OF_IMAGE = 0xd8;
    private static final int END_OF_IMAGE = 0xd9;

    private final ByteBuffer file;
    private int[] componentIds = {};
    private boolean jfif;
    private OptionalInt adobeTransform = OptionalInt.empty();
    private Orientation orientation = Orientation.UPRIGHT;

    private JpegMarkers(byte[] content) {
        this.file = ByteBuffer.wrap(content);
    }

    /**
     * Walks through a file.
     *
     * @throws EOFException if it stops before its end marker; the decoder would paint the rest grey
     */
    static JpegMarkers read(byte[] content) throws IOException {
        JpegMarkers markers = new JpegMarkers(content);
        try {
            markers.walk();
        } catch (BufferUnderflowException beyondTheEnd) {
            throw new EOFException("it is cut off after " + content.length + " bytes, before its end marker");
        }
        return markers;
    }

    JpegColours colours() throws IOException {
        return JpegColours.of(componentIds, jfif, adobeTransform);
    }

    Orientation orientation() {
        return orientation;
    }

    private void walk() throws IOException {
        for (int marker = nextMarker(); marker != END_OF_IMAGE; marker = nextMarker()) {
            if (marker != START_OF_IMAGE) {
                understand(marker, segment());
            }
        }
    }

    /** Skips coded data as well: in it 0xff is followed by 0 or by a restart marker. */
    private int nextMarker() {
        while (true) {
            if (next() == 0xff) {
                int marker = next();
                while (marker == 0xff) { // may be repeated as a filler
                    marker = next();
                }
                if (marker > 1 && (marker < 0xd0 || marker > 0xd7)) {
                    return marker;
                }
            }
        }
    }

    private int next() {
        return file.get() & 0xff;
    }

    private ByteBuffer segment() throws IOException {
        int length = (file.getShort() & 0xffff) - 2;
        if (length < 0) {
            throw new IOException("the segment at byte " + (file.position() - 2) + " is shorter than its own length");
        }
        if (length > file.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer segment = file.slice(file.position(), length);
        file.position(file.position() + length);
        return segment;
    }

    private void understand(int marker, ByteBuffer segment) throws IOException {
        switch (marker) {
            case 0xe0 -> jfif |= segment.limit() >= 14 && begins(segment, "JFIF\0");
            case 0xe1 -> exif(segment);
            case 0xee -> adobe(segment);
            case 0xc0, 0xc1, 0xc2 -> frame(segment);
            case 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf ->
                throw new IOException("it is lossless, hierarchical or arithmetically coded (SOF" + (marker - 0xc0)
                        + "); save it as a baseline or progressive JPEG");
            default -> {} // nothing that changes the picture
        }
    }

    private void exif(ByteBuffer segment) {
        String label = "Exif\0\0";
        if (orientation == Orientation.UPRIGHT && begins(segment, label)) {
            orientation = Orientation.ofExif(segment.slice(label.length(), segment.limit() - label.length()));
        }
    }

    private void adobe(ByteBuffer segment) {
        if (segment.limit() >= 12 && begins(segment, "Adobe")) {
            adobeTransform = OptionalInt.of(segment.get(11));
        }
    }

    /** Precision, height, width (5 bytes), the number of components, and three bytes for each with its id first. */
    private void frame(ByteBuffer segment) {
        componentIds = new int[segment.position(5).get()];
        for (int i = 0; i < componentIds.length; i++) {
            componentIds[i] = segment.get(6 + 3 * i) & 0xff;
        }
    }

    private static boolean begins(ByteBuffer segment, String label) {
        byte[] expected = label.getBytes(StandardCharsets.US_ASCII);
        return segment.limit() >= expected.length
                && segment.slice(0, expected.length).equals(ByteBuffer.wrap(expected));
    }
}
