package org.stratigraph.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import org.stratigraph.core.image.RgbImage;

/**
 * All layers of one explanation on one page: the picture first, then every layer from the input upward, each with its name,
 * its resolution and the score that gets full colour.
 *
 * @param title what is explained, on one line
 * @param image what the network saw
 * @param overlays one per layer, of that image
 */
public record ContactSheet(String title, RgbImage image, List<Overlay> overlays) {
    private static final int COLUMNS = 5;
    private static final int CELL = 224;
    private static final int GAP = 10;
    private static final int CAPTION = 34;
    private static final int TITLE = 40;
    private static final int FOOTER = 26;

    public ContactSheet {
        overlays = List.copyOf(overlays);
    }

    /** The page as a picture. */
    public BufferedImage draw() {
        int cells = overlays.size() + 1;
        int columns = Math.min(COLUMNS, cells);
        int rows = (cells + columns - 1) / columns;
        int width = Math.max(3 * (CELL + GAP), columns * (CELL + GAP)) + GAP;
        int height = TITLE + rows * (CELL + CAPTION + GAP) + FOOTER;
        BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = page.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        Captions captions = new Captions(graphics);
        captions.bold(title, GAP, 26, width - 2 * GAP);
        for (int cell = 0; cell < cells; cell++) {
            int x = GAP + cell % columns * (CELL + GAP);
            int y = TITLE + cell / columns * (CELL + CAPTION + GAP);
            drawCell(graphics, captions, cell, x, y);
        }
        captions.plain(
                "red: for the class; blue: against it; full colour at the score beside the \u00b1",
                GAP,
                height - 9,
                width - 2 * GAP);
        graphics.dispose();
        return page;
    }

    private void drawCell(Graphics2D graphics, Captions captions, int cell, int x, int y) {
        boolean first = cell == 0;
        BufferedImage picture =
                first ? PngFile.drawn(image) : overlays.get(cell - 1).draw();
        double shrink = (double) CELL / Math.max(picture.getWidth(), picture.getHeight());
        int width = Math.max(1, (int) Math.round(picture.getWidth() * shrink));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * shrink));
        graphics.drawImage(picture, x, y, width, height, null);
        String name =
                first ? "what the network saw" : overlays.get(cell - 1).map().layer();
        captions.bold(name, x, y + CELL + 14, CELL);
        captions.plain(first ? size() : describe(overlays.get(cell - 1)), x, y + CELL + 29, CELL);
    }

    private String size() {
        return image.height() + " x " + image.width();
    }

    private static String describe(Overlay overlay) {
        String size = overlay.map().height() + " x " + overlay.map().width();
        if (overlay.blank()) {
            return size + ", blank: all scores are 0";
        }
        String scale = String.format(Locale.ROOT, "%s, \u00b1%.3g", size, overlay.scale());
        return overlay.uniform() ? scale + ", the same everywhere" : scale;
    }
}
