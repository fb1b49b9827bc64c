package org.stratigraph.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stratigraph.report.JsonLines.Content;

/** Scores of one run that were made apart, joined in whatever order. */
final class JoinedScores {
    /** Where a sample's line came from. */
    private record Found(Path file, Map<String, Object> line) {}

    private final Path first;
    private final Map<String, Object> run;
    private final NavigableMap<Integer, Found> bySample = new TreeMap<>();

    private JoinedScores(Path first, Map<String, Object> run) {
        this.first = first;
        this.run = run;
    }

    /**
     * Joins files of scores.
     *
     * @param parts at least one
     * @throws IllegalArgumentException if they are of different runs, or a sample has other scores in one than in another
     */
    static Content join(Map<Path, Content> parts) {
        Path first = parts.keySet().iterator().next();
        JoinedScores joined = new JoinedScores(first, parts.get(first).run());
        parts.forEach(joined::add);
        return new Content(
                joined.run, joined.bySample.values().stream().map(Found::line).toList());
    }

    private void add(Path file, Content part) {
        requireRun(file, part.run());
        for (Map<String, Object> line : OutcomeLine.last(part.lines(), any -> true)) {
            int sample = OutcomeLine.sample(line);
            Found earlier = bySample.putIfAbsent(sample, new Found(file, line));
            if (earlier != null && !earlier.line().equals(line)) {
                throw new IllegalArgumentException("sample " + sample + " came out otherwise in " + file + " than in "
                        + earlier.file() + "; these are no parts of one run, or of machines that round differently");
            }
        }
    }

    private void requireRun(Path file, Map<String, Object> other) {
        TreeSet<String> keys = new TreeSet<>(run.keySet());
        keys.addAll(other.keySet());
        List<String> differing = new ArrayList<>();
        for (String key : keys) {
            Object here = run.getOrDefault(key, "missing");
            Object there = other.getOrDefault(key, "missing");
            if (!here.equals(there)) {
                differing.add(key + " is " + here + " in " + first + " and " + there + " in " + file);
            }
        }
        if (!differing.isEmpty()) {
            throw new IllegalArgumentException("only parts of one run can be joined: " + String.join("; ", differing));
        }
    }
}
