package org.stratigraph.report.page;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** A picture that stands in the page itself. */
final class InlineImage {
    private InlineImage() {}

    /** The picture as the address of a JPEG, which is a tenth of a photo's PNG. */
    static String address(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(opaque(picture), "jpeg", bytes);
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /** The picture on black, in the one form that every JPEG writer takes. */
    static BufferedImage opaque(BufferedImage picture) {
        BufferedImage drawn = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        graphics.drawImage(picture, 0, 0, null);
        graphics.dispose();
        return drawn;
    }
}
