package org.stratigraph.report;

import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.stratigraph.core.files.AtomicFile;
import org.stratigraph.core.image.RgbImage;

/** Pictures as PNG files. */
public final class PngFile {
    private PngFile() {}

    /** Writes a PNG, whole or not at all. */
    public static void write(RenderedImage picture, Path file) throws IOException {
        AtomicFile.write(file, stream -> ImageIO.write(picture, "png", stream));
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
