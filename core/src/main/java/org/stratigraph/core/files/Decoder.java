package org.stratigraph.core.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** An image reader that is asked for the size first, and always put away. */
final class Decoder {
    private Decoder() {}

    /** What is wanted of a reader. */
    @FunctionalInterface
    interface Step<T> {
        T read(ImageReader reader) throws IOException;
    }

    /** Runs one step on the reader of a format: TwelveMonkeys' for JPEG, as that one registers before the JDK's. */
    static <T> T decode(String format, byte[] content, Step<T> step) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(stream, true, true); // no metadata: compressed texts in it are never expanded
            checkSize(reader.getWidth(0), reader.getHeight(0));
            return step.read(reader);
        } finally {
            reader.dispose();
        }
    }

    private static void checkSize(int width, int height) throws IOException {
        if ((long) width * height > ImageFile.MAX_PIXELS) {
            throw new IOException("its header says " + width + " x " + height + " pixels, at most "
                    + ImageFile.MAX_PIXELS + " are accepted; make it smaller first");
        }
    }
}
