package org.stratigraph.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Text on a picture, shortened to fit; a machine without any font gets its pictures without text. */
final class Captions {
    private static final Logger LOG = LoggerFactory.getLogger(Captions.class);
    private static final Color INK = new Color(0x20, 0x20, 0x20);
    private static final String CUT = "...";

    private final Graphics2D graphics;
    private boolean fontless;

    Captions(Graphics2D graphics) {
        this.graphics = graphics;
    }

    void bold(String text, int x, int baseline, int width) {
        write(text, x, baseline, width, Font.BOLD);
    }

    void plain(String text, int x, int baseline, int width) {
        write(text, x, baseline, width, Font.PLAIN);
    }

    private void write(String text, int x, int baseline, int width, int style) {
        if (fontless) {
            return;
        }
        try {
            graphics.setColor(INK);
            graphics.setFont(new Font(Font.SANS_SERIF, style, 13));
            graphics.drawString(fitted(text, graphics.getFontMetrics(), width), x, baseline);
        } catch (RuntimeException
                | LinkageError
                | InternalError noFonts) { // a JDK without fontconfig throws any of these
            fontless = true;
            LOG.warn("no captions on pictures: this machine has no fonts (install fontconfig and one font)");
        }
    }

    private static String fitted(String text, FontMetrics metrics, int width) {
        String shown = text;
        while (metrics.stringWidth(shown) > width && shown.length() > CUT.length() + 1) {
            String kept = shown.endsWith(CUT) ? shown.substring(0, shown.length() - CUT.length()) : shown;
            shown = kept.substring(0, kept.length() - 1) + CUT;
        }
        return shown;
    }
}
