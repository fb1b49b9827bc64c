package org.stratigraph.report;

import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.stratigraph.core.files.AtomicFile;
import org.stratigraph.core.image.RgbImage;

/** Pictures as PNG files. */
public final class PngFile {
    private PngFile() {}

    /** Writes a PNG, whole or not at all. */
    public static void write(RenderedImage picture, Path file) throws IOException {
        byte[] encoded = encoded(picture);
        AtomicFile.write(file, stream -> stream.write(encoded));
    }

    /** In memory: through ImageIO's own cache file, a full disk ends in a message without its reason and a stack trace. */
    private static byte[] encoded(RenderedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(picture, "png", stream);
        }
        return bytes.toByteArray();
    }

    /** Writes a PNG, whole or not at all. */
    public static void write(RgbImage image, Path file) throws IOException {
        write(drawn(image), file);
    }

    /** The same pixels for Java2D. */
    public static BufferedImage drawn(RgbImage image) {
        BufferedImage picture = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                picture.setRGB(x, y, image.sample(y, x, 0) << 16 | image.sample(y, x, 1) << 8 | image.sample(y, x, 2));
            }
        }
        return picture;
    }
}
