package org.stratigraph.report.page;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.report.Overlay;

/** A section's pictures as a table that needs no script: a row per method, a column per picture, all targets in a cell. */
final class PictureGrid {
    private PictureGrid() {}

    static String html(PageSection section) throws IOException {
        List<PagePicture> pictures = section.pictures();
        StringBuilder html = new StringBuilder("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .append("Maps: ")
                .append(Markup.text(section.heading()))
                .append("\">\n<table class=\"grid\">\n<thead>\n<tr><th scope=\"col\">Method</th>");
        for (PagePicture picture : pictures) {
            html.append(head(picture));
        }
        html.append("</tr>\n</thead>\n<tbody>\n");
        for (int method = 0; method < section.methods().size(); method++) {
            html.append("<tr><th scope=\"row\">")
                    .append(Markup.text(section.methods().get(method)))
                    .append("</th>");
            for (PagePicture picture : pictures) {
                html.append(cell(picture, method));
            }
            html.append("</tr>\n");
        }
        return html.append("</tbody>\n</table>\n</div>\n").toString();
    }

    private static String head(PagePicture picture) throws IOException {
        StringBuilder html = new StringBuilder("<th scope=\"col\"><img class=\"view\" src=\"")
                .append(InlineImage.address(picture.view()))
                .append("\" alt=\"What the network sees of ")
                .append(Markup.text(picture.name()))
                .append("\"><span class=\"name\">")
                .append(Markup.text(picture.name()))
                .append("</span><ul class=\"answers\">");
        for (PageAnswer answer : picture.answers()) {
            html.append("<li>").append(Markup.text(says(answer))).append("</li>");
        }
        return html.append("</ul></th>").toString();
    }

    private static String says(PageAnswer answer) {
        return answer.target() + ": probability " + Markup.number(answer.probability()) + ", logit "
                + Markup.number(answer.logit());
    }

    private static String cell(PagePicture picture, int method) throws IOException {
        StringBuilder html = new StringBuilder("<td>");
        for (PageAnswer answer : picture.answers()) {
            LayerMap map = answer.methods().get(method).shown();
            Overlay overlay = Overlay.of(rgb(picture.view()), map);
            String caption =
                    answer.target() + ", " + map.layer() + ", full colour at " + Markup.number(overlay.scale());
            html.append("<figure><img src=\"")
                    .append(InlineImage.address(InlineImage.thumbnail(overlay.draw())))
                    .append("\" alt=\"")
                    .append(Markup.text(
                            answer.methods().get(method).method() + " of " + picture.name() + " for " + caption))
                    .append("\"><figcaption>")
                    .append(Markup.text(caption))
                    .append("</figcaption></figure>");
        }
        return html.append("</td>").toString();
    }

    private static RgbImage rgb(BufferedImage picture) {
        BufferedImage opaque = InlineImage.opaque(picture);
        int width = opaque.getWidth();
        int[] pixels = opaque.getRGB(0, 0, width, opaque.getHeight(), null, 0, width);
        byte[] samples = new byte[3 * pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            samples[3 * i] = (byte) (pixels[i] >> 16);
            samples[3 * i + 1] = (byte) (pixels[i] >> 8);
            samples[3 * i + 2] = (byte) pixels[i];
        }
        return new RgbImage(width, opaque.getHeight(), samples);
    }
}
