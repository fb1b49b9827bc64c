package org.stratigraph.zoo.scenes;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.spi.Split;

/**
 * Draws {@code docs/images/scenes.png}: the first two test scenes of every class, at half size, with the class below.
 * Run its {@code main} with the test class path and the file to write.
 */
final class SceneSheet {
    private static final int COLUMNS = 5;
    private static final int CELL = 112;
    private static final int GAP = 8;
    private static final int CAPTION = 18;

    private SceneSheet() {}

    public static void main(String[] arguments) throws IOException {
        Scenes scenes = new Scenes(1, Split.TEST);
        List<Scene> chosen = LongStream.range(0, 10)
                .boxed()
                .flatMap(label -> of(scenes, label.intValue()))
                .toList();
        ImageIO.write(sheet(chosen), "png", Path.of(arguments[0]).toFile());
    }

    private static Stream<Scene> of(Scenes scenes, int label) {
        return LongStream.iterate(0, index -> index + 1)
                .mapToObj(scenes::scene)
                .filter(scene -> scene.label() == label)
                .limit(2);
    }

    private static BufferedImage sheet(List<Scene> scenes) {
        int rows = scenes.size() / COLUMNS;
        BufferedImage sheet = new BufferedImage(
                COLUMNS * (CELL + GAP) + GAP, rows * (CELL + CAPTION + GAP) + GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        graphics.setColor(Color.DARK_GRAY);
        graphics.setFont(graphics.getFont().deriveFont(11f));
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        for (int i = 0; i < scenes.size(); i++) {
            // Two scenes of a class stand above each other.
            int left = GAP + i / 2 % COLUMNS * (CELL + GAP);
            int top = GAP + (i / 2 / COLUMNS * 2 + i % 2) * (CELL + CAPTION + GAP);
            draw(sheet, scenes.get(i).image(), left, top);
            String name = Scenes.classNames().get(scenes.get(i).label());
            int slack = CELL - graphics.getFontMetrics().stringWidth(name);
            graphics.drawString(name, left + slack / 2, top + CELL + CAPTION - 5);
        }
        graphics.dispose();
        return sheet;
    }

    private static void draw(BufferedImage sheet, RgbImage image, int left, int top) {
        for (int y = 0; y < CELL; y++) {
            for (int x = 0; x < CELL; x++) {
                int rgb = 0;
                for (int channel = 0; channel < 3; channel++) {
                    rgb = rgb << 8 | mean(image, 2 * y, 2 * x, channel);
                }
                sheet.setRGB(left + x, top + y, rgb);
            }
        }
    }

    private static int mean(RgbImage image, int y, int x, int channel) {
        return (image.sample(y, x, channel)
                        + image.sample(y, x + 1, channel)
                        + image.sample(y + 1, x, channel)
                        + image.sample(y + 1, x + 1, channel)
                        + 2)
                / 4;
    }
}
