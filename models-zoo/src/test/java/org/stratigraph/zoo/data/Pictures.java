package org.stratigraph.zoo.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Tiny files to read. */
final class Pictures {
    private Pictures() {}

    /** A picture of 4 x 3 pixels in one colour, PNG or JPEG by its name. */
    static void write(Path file, int rgb) throws IOException {
        Files.createDirectories(file.getParent());
        BufferedImage picture = new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < 12; pixel++) {
            picture.setRGB(pixel % 4, pixel / 4, rgb);
        }
        String name = file.getFileName().toString();
        ImageIO.write(picture, name.substring(name.lastIndexOf('.') + 1), file.toFile());
    }
}
