package org.stratigraph.cli;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Draws the pictures of {@code docs/tif.md} from folders that {@code explain --out} wrote: a row per method and folder, single layers
 * beside fused maps, at half size. Run its {@code main} with the test class path: {@code PICTURE IMAGE METHODS LAYERS FOLDER...},
 * methods and layers between commas.
 */
final class TifSheet {
    private static final List<String> FUSED = List.of("fused-tif_alpha=0.7", "fused-tif_alpha=0.9");
    private static final int CELL = 112;
    private static final int GAP = 6;
    private static final int CAPTION = 16;

    private final Graphics2D graphics;
    private final List<String> layers;

    private TifSheet(Graphics2D graphics, List<String> layers) {
        this.graphics = graphics;
        this.layers = layers;
    }

    public static void main(String[] arguments) throws IOException {
        List<String> methods = List.of(arguments[2].split(","));
        List<String> layers = List.of(arguments[3].split(","));
        List<Path> runs = Stream.of(arguments).skip(4).map(Path::of).toList();
        int width = (layers.size() + FUSED.size()) * (CELL + GAP) + GAP;
        int height = CAPTION + methods.size() * runs.size() * (CAPTION + CELL + GAP);
        BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        TifSheet drawn = new TifSheet(blank(sheet), layers);
        drawn.head();
        int top = CAPTION;
        for (String method : methods) {
            for (Path run : runs) {
                drawn.row(run, arguments[1], method, top);
                top += CAPTION + CELL + GAP;
            }
        }
        ImageIO.write(sheet, "png", Path.of(arguments[0]).toFile());
    }

    private static Graphics2D blank(BufferedImage sheet) {
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.DARK_GRAY);
        graphics.setFont(graphics.getFont().deriveFont(11f));
        return graphics;
    }

    private void head() {
        int left = GAP;
        for (String name : Stream.concat(layers.stream(), FUSED.stream()).toList()) {
            graphics.drawString(name.replace("fused-tif_", "tif:"), left, CAPTION - 4);
            left += CELL + GAP;
        }
    }

    private void row(Path run, String image, String method, int top) throws IOException {
        graphics.drawString(method + " for " + run.getFileName().toString().replace('-', ' '), GAP, top + 12);
        Path maps = run.resolve(image + "-" + method);
        int left = GAP;
        for (String layer : layers) {
            cell(numbered(maps, layer), left, top + CAPTION);
            left += CELL + GAP;
        }
        for (String fused : FUSED) {
            cell(maps.resolve(fused + ".png"), left, top + CAPTION);
            left += CELL + GAP;
        }
    }

    private void cell(Path map, int left, int top) throws IOException {
        graphics.drawImage(ImageIO.read(map.toFile()), left, top, CELL, CELL, null);
    }

    /** Layers are numbered in the order they were explained. */
    private static Path numbered(Path folder, String layer) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[0-9][0-9]-" + layer + ".png")) {
            return files.iterator().next();
        }
    }
}
