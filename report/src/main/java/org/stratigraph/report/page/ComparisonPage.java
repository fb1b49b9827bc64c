package org.stratigraph.report.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.stratigraph.core.files.AtomicFile;

/** A page that compares methods: one HTML file that asks no network for anything and can be read without a script. */
public final class ComparisonPage {
    private ComparisonPage() {}

    /**
     * Writes the page, whole or not at all.
     *
     * @param facts what a reader must know of the run, in reading order: versions, seeds, the number of images
     * @param sections in reading order
     */
    public static void write(String title, Map<String, String> facts, List<PageSection> sections, Path file)
            throws IOException {
        byte[] html = html(title, facts, sections).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, stream -> stream.write(html));
    }

    private static String html(String title, Map<String, String> facts, List<PageSection> sections) throws IOException {
        StringBuilder html = new StringBuilder(
                        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(Markup.text(title))
                .append("</title>\n<style>\n")
                .append(Resource.read("page.css"))
                .append("</style>\n</head>\n<body>\n<header><h1>")
                .append(Markup.text(title))
                .append("</h1>\n<dl>");
        facts.forEach((fact, value) -> html.append("<dt>")
                .append(Markup.text(fact))
                .append("</dt><dd>")
                .append(Markup.text(value))
                .append("</dd>"));
        html.append("</dl></header>\n<main>\n");
        for (PageSection section : sections) {
            html.append("<section><h2>").append(Markup.text(section.heading())).append("</h2>\n");
            html.append(PictureGrid.html(section)).append(ScoreTables.html(section.scores()));
            html.append("</section>\n");
        }
        return html.append("</main>\n</body>\n</html>\n").toString();
    }
}
