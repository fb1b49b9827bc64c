package org.stratigraph.report.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.stratigraph.core.files.AtomicFile;

/** A page that compares methods: one HTML file that asks no network for anything and can be read without a script. */
public final class ComparisonPage {
    /** What a page should not exceed, 10 MB, less what the frame around the content takes. */
    private static final long MOST_BYTES = 9_500_000;

    private static final String HOW_TO_READ =
            "<p>In the colours of the start, red speaks for the target and blue against it. "
                    + "Full colour is at the 99.5th percentile of a map's own absolute scores, so colours compare places within a map, not maps.</p>\n";

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
        String content = header(title, facts) + main(sections);
        Detail detail = Detail.fitting(PageData.maps(sections), MOST_BYTES - content.length());
        Script script = Script.read();
        return head(title, script) + content
                + "<footer><p>" + detail.sentence() + "</p></footer>\n"
                + "<script type=\"application/json\" id=\"data\">"
                + PageData.of(sections, detail).json() + "</script>\n"
                + script.element() + "</body>\n</html>\n";
    }

    private static String head(String title, Script script) throws IOException {
        return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; "
                + "style-src 'unsafe-inline'; script-src " + script.permission() + "\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<link rel=\"icon\" href=\"data:,\">\n"
                + "<title>" + Markup.text(title) + "</title>\n"
                + "<style>\n" + Resource.read("page.css") + "</style>\n</head>\n<body>\n";
    }

    private static String header(String title, Map<String, String> facts) {
        StringBuilder html =
                new StringBuilder("<header><h1>").append(Markup.text(title)).append("</h1>\n<dl>");
        facts.forEach((fact, value) -> html.append("<div><dt>")
                .append(Markup.text(fact))
                .append("</dt><dd>")
                .append(Markup.text(value))
                .append("</dd></div>"));
        return html.append("</dl></header>\n").toString();
    }

    private static String main(List<PageSection> sections) throws IOException {
        StringBuilder html = new StringBuilder();
        if (sections.size() > 1) {
            html.append("<nav aria-label=\"Sections\"><ul>");
            for (int i = 0; i < sections.size(); i++) {
                html.append("<li><a href=\"#section-").append(i).append("\">");
                html.append(Markup.text(sections.get(i).heading())).append("</a></li>");
            }
            html.append("</ul></nav>\n");
        }
        html.append("<main>\n");
        for (int i = 0; i < sections.size(); i++) {
            html.append("<section id=\"section-").append(i).append("\">").append(section(sections.get(i)));
            html.append("</section>\n");
        }
        return html.append("</main>\n").toString();
    }

    private static String section(PageSection section) throws IOException {
        String html = "<h2>" + Markup.text(section.heading()) + "</h2>\n";
        if (!section.pictures()
                .isEmpty()) { // in an element of their own, within which the script's controls stay in sight
            html += "<div><h3>Maps</h3>\n" + HOW_TO_READ + PictureGrid.html(section) + "</div>\n";
        }
        if (!section.scores().isEmpty()) {
            html += "<h3>Scores</h3>\n" + ScoreTables.html(section.scores());
        }
        return html + Charts.html(section);
    }
}
