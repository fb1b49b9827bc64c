package org.stratigraph.report.page;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A section's scores, a table per metric, the best subject first. */
final class ScoreTables {
    private static final String HEAD = """
            <thead><tr><th scope="col" aria-sort="none">Subject</th>\
            <th scope="col" class="number" aria-sort="%s">Mean</th>\
            <th scope="col" class="number" aria-sort="none">95 %% interval</th>\
            <th scope="col" class="number" aria-sort="none">Images</th></tr></thead>
            """;

    private ScoreTables() {}

    static String html(List<PageScore> scores) {
        Map<String, List<PageScore>> metrics = scores.stream()
                .collect(Collectors.groupingBy(PageScore::metric, LinkedHashMap::new, Collectors.toList()));
        StringBuilder html = new StringBuilder("<div class=\"tables\">\n");
        metrics.forEach((metric, rows) -> html.append(table(metric, rows)));
        return html.append("</div>\n").toString();
    }

    private static String table(String metric, List<PageScore> scores) {
        boolean higher = scores.get(0).better().equals("higher");
        Comparator<PageScore> fromBest =
                Comparator.comparingDouble(score -> higher ? -score.mean() : score.mean()); // NaN is last either way
        String rows = scores.stream().sorted(fromBest).map(ScoreTables::row).collect(Collectors.joining());
        return "<table class=\"scores\">\n<caption>" + Markup.text(metric) + " <span>"
                + (higher ? "higher" : "lower") + " is better</span></caption>\n"
                + HEAD.formatted(higher ? "descending" : "ascending") + "<tbody>\n" + rows + "</tbody>\n</table>\n";
    }

    private static String row(PageScore score) {
        return "<tr><th scope=\"row\">" + Markup.text(score.subject()) + "</th>"
                + cell(score.mean(), Markup.aligned(score.mean()))
                + cell(score.low(), Markup.aligned(score.low()) + " to " + Markup.aligned(score.high()))
                + cell(score.images(), String.valueOf(score.images())) + "</tr>\n";
    }

    private static String cell(double value, String shown) {
        return "<td class=\"number\" data-value=\"" + value + "\">" + shown + "</td>";
    }
}
