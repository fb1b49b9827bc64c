package org.stratigraph.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.stratigraph.core.evaluation.Interval;
import org.stratigraph.core.spi.Direction;
import org.stratigraph.report.CsvFile;
import org.stratigraph.report.JsonFile;
import org.stratigraph.report.MarkdownTable;
import org.stratigraph.report.page.ComparisonPage;
import org.stratigraph.report.page.PageSection;

/**
 * Advice for people and for scripts.
 *
 * @param model as typed
 * @param data as typed
 * @param command the words that make the recommended map of a picture
 */
record AdviceReport(Advice advice, String model, String data, List<String> command) {
    /** Below this, intervals over images are narrower than they should be. */
    private static final int FEW = 10;

    private static final int SHOWN = 5;
    private static final String PAGE = "report.html";

    /** The recommendation, how it came about, the command to use it, the front, and what to doubt. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Recommended for " + model + " on " + data + ": "
                + advice.recommended().name());
        lines.add("");
        lines.add(rule());
        lines.add("Images behind each metric: "
                + advice.images().entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "))
                + ".");
        lines.add("");
        lines.add("Use it, here on the first of these images:");
        lines.add("  " + ShellLine.of(command));
        lines.add("");
        lines.add("The front, means with 95 % intervals:");
        lines.addAll(MarkdownTable.lines(table()));
        warnings().forEach(warning -> lines.add("warning: " + warning));
        return lines;
    }

    private String rule() {
        return String.format(
                Locale.ROOT,
                "Of %d subjects, %d are on the Pareto front of %s: no other is as good in all of these and better in one. "
                        + "Of the front, this one has the best mean rank over the metrics, %.2f.",
                advice.candidates().size(),
                advice.front().size(),
                String.join(", ", advice.better().keySet()),
                advice.meanRank());
    }

    private List<List<String>> table() {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("subject"));
        advice.better().forEach((metric, better) -> head.add(metric + " (" + word(better) + " is better)"));
        rows.add(head);
        for (Candidate candidate : advice.front()) {
            List<String> row = new ArrayList<>(List.of(candidate.name()));
            candidate
                    .means()
                    .values()
                    .forEach(mean -> row.add(
                            String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", mean.value(), mean.low(), mean.high())));
            rows.add(row);
        }
        return rows;
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (advice.fewestImages() < FEW) {
            warnings.add(
                    "fewer than " + FEW + " images stand behind a metric: this is a first look, and its intervals are "
                            + "narrower than they should be; a higher --limit adds images to those at hand");
        }
        List<Candidate> near = advice.tooNear();
        if (!near.isEmpty()) {
            warnings.add("in every metric the interval of the recommended subject overlaps that of "
                    + near.stream().limit(SHOWN).map(Candidate::name).collect(Collectors.joining(", "))
                    + (near.size() > SHOWN ? " and " + (near.size() - SHOWN) + " more" : "")
                    + ": these images do not tell them apart; a higher --limit adds images to those at hand");
        }
        return warnings;
    }

    /** Writes {@code advice.csv}, all subjects with the front first, {@code advice.json}, and the evidence as a page. */
    void write(Path folder, PageScores scores) throws IOException {
        CsvFile.write(rows(), folder.resolve("advice.csv"));
        JsonFile.write(described(), folder.resolve("advice.json"));
        Set<String> front = advice.front().stream().map(Candidate::name).collect(Collectors.toSet());
        PageSection evidence =
                new PageSection(model + " on " + data, List.of(), scores.scores(), scores.curves(front::contains));
        ComparisonPage.write(
                "Recommended: " + advice.recommended().name(), facts(), List.of(evidence), folder.resolve(PAGE));
    }

    private Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Stratigraph", Versions.own());
        facts.put("Why", rule());
        facts.put("On the front", advice.front().stream().map(Candidate::name).collect(Collectors.joining("; ")));
        facts.put("Command", ShellLine.of(command));
        if (!warnings().isEmpty()) {
            facts.put("To doubt", String.join("; ", warnings()));
        }
        return facts;
    }

    private List<List<Object>> rows() {
        List<Object> head = new ArrayList<>(List.of("subject", "method", "layer", "fuser", "front"));
        advice.better().keySet().forEach(metric -> head.addAll(List.of(metric, metric + "_low95", metric + "_high95")));
        List<List<Object>> rows = new ArrayList<>(List.of(head));
        advice.front().forEach(candidate -> rows.add(row(candidate, true)));
        advice.candidates().stream()
                .filter(candidate -> !advice.front().contains(candidate))
                .forEach(candidate -> rows.add(row(candidate, false)));
        return rows;
    }

    private static List<Object> row(Candidate candidate, boolean front) {
        List<Object> row = new ArrayList<>(List.of(
                candidate.name(),
                candidate.entrant().subject().method(),
                candidate.layer().orElse(""),
                candidate.entrant().subject().fuser().orElse(""),
                front ? "yes" : "no"));
        for (Interval mean : candidate.means().values()) {
            row.addAll(List.of(mean.value(), mean.low(), mean.high()));
        }
        return row;
    }

    private Map<String, Object> described() {
        Map<String, Object> better = new LinkedHashMap<>();
        advice.better().forEach((metric, direction) -> better.put(metric, word(direction)));
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("stratigraph", Versions.own());
        described.put("model", model);
        described.put("data", data);
        described.put("better", better);
        described.put("images", advice.images());
        described.put("rule", rule());
        described.put("recommended", described(advice.recommended()));
        described.put("command", ShellLine.of(command));
        described.put(
                "front", advice.front().stream().map(AdviceReport::described).toList());
        described.put("tooNear", advice.tooNear().stream().map(Candidate::name).toList());
        described.put("warnings", warnings());
        return described;
    }

    private static Map<String, Object> described(Candidate candidate) {
        Map<String, Object> means = new LinkedHashMap<>();
        candidate
                .means()
                .forEach((metric, mean) -> means.put(
                        metric, Map.of("mean", mean.value(), "interval95", List.of(mean.low(), mean.high()))));
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("subject", candidate.name());
        described.put("method", candidate.entrant().subject().method());
        candidate.layer().ifPresent(layer -> described.put("layer", layer));
        candidate.entrant().subject().fuser().ifPresent(fuser -> described.put("fuser", fuser));
        described.put("scores", means);
        return described;
    }

    private static String word(Direction better) {
        return better == Direction.HIGHER ? "higher" : "lower";
    }
}
