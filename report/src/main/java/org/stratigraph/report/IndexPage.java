package org.stratigraph.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.stratigraph.core.files.AtomicFile;

/**
 * An HTML page that leads through a folder of pictures; needs no network and no script.
 *
 * @param title of the page
 * @param introduction one paragraph
 * @param sections in reading order
 */
public record IndexPage(String title, String introduction, List<Section> sections) {
    private static final String STYLE = """
            :root { color-scheme: light dark; }
            body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem; }
            h2 { margin: 2.5rem 0 .25rem; }
            .row { display: grid; grid-template-columns: repeat(auto-fit, minmax(22rem, 1fr)); gap: 1rem; }
            figure { margin: 0; }
            figure img { width: 100%; height: auto; border: 1px solid #8886; background: #fff; }
            figcaption { font-size: .9rem; }
            """;

    public IndexPage {
        sections = List.copyOf(sections);
    }

    /**
     * Pictures under one heading.
     *
     * @param pictures side by side, as many as fit
     */
    public record Section(String heading, String text, List<Picture> pictures) {
        public Section {
            pictures = List.copyOf(pictures);
        }
    }

    /**
     * A picture, and what it shows, which is also what a screen reader says.
     *
     * @param file relative to the page
     */
    public record Picture(String file, String caption) {}

    /** Writes the page, whole or not at all. */
    public void write(Path file) throws IOException {
        byte[] html = html().getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, stream -> stream.write(html));
    }

    private String html() {
        StringBuilder html = new StringBuilder(
                        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(escaped(title))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>")
                .append(escaped(title))
                .append("</h1>\n<p>")
                .append(escaped(introduction))
                .append("</p>\n");
        sections.forEach(section -> append(html, section));
        return html.append("</body>\n</html>\n").toString();
    }

    private static void append(StringBuilder html, Section section) {
        html.append("<h2>").append(escaped(section.heading())).append("</h2>\n<p>");
        html.append(escaped(section.text())).append("</p>\n<div class=\"row\">\n");
        for (Picture picture : section.pictures()) {
            String file = escaped(picture.file());
            String caption = escaped(picture.caption());
            html.append("<figure><a href=\"")
                    .append(file)
                    .append("\"><img src=\"")
                    .append(file);
            html.append("\" alt=\"")
                    .append(caption)
                    .append("\"></a><figcaption>")
                    .append(caption);
            html.append("</figcaption></figure>\n");
        }
        html.append("</div>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
