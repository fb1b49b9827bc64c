package org.stratigraph.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stratigraph.core.evaluation.Outcome;
import org.stratigraph.report.JsonLines;

/**
 * How far the scores of two comparisons lie apart, picture by picture.
 *
 * @param scores how many were held against each other
 * @param equal how many of them are the same to the last bit
 * @param farthest the largest distance
 * @param where it is
 * @param missing scores that one comparison has and the other has not, in words
 */
record ScoreAgreement(int scores, int equal, double farthest, String where, List<String> missing) {
    private static final int SHOWN = 5;

    static ScoreAgreement of(Path folder, Path other) throws IOException {
        Map<String, Double> before = scores(folder);
        Map<String, Double> after = scores(other);
        List<String> missing = new ArrayList<>();
        before.keySet().stream().filter(key -> !after.containsKey(key)).forEach(key -> missing.add(key + " is gone"));
        after.keySet().stream().filter(key -> !before.containsKey(key)).forEach(key -> missing.add(key + " is new"));
        int scores = 0;
        int equal = 0;
        double farthest = 0;
        String where = "";
        for (Map.Entry<String, Double> score : before.entrySet()) {
            Double again = after.get(score.getKey());
            if (again == null) {
                continue;
            }
            double distance = Math.abs(again - score.getValue());
            scores++;
            equal += distance == 0 ? 1 : 0;
            if (distance > farthest) {
                farthest = distance;
                where = score.getKey();
            }
        }
        return new ScoreAgreement(scores, equal, farthest, where, missing);
    }

    /** Every score of every cell, by what it is of. */
    private static Map<String, Double> scores(Path folder) throws IOException {
        Map<String, Double> scores = new LinkedHashMap<>();
        for (Path cell : new RunFolder(folder).cells().values()) {
            for (Map<String, Object> line :
                    JsonLines.read(cell.resolve(ScoresFile.NAME)).lines()) {
                if (!line.containsKey(OutcomeLine.UNREADABLE)) {
                    Outcome outcome = OutcomeLine.parse(line);
                    outcome.results()
                            .forEach(result -> scores.put(
                                    cell.getFileName() + ", picture " + outcome.sample() + ", " + result.entrant()
                                            + ", " + result.metric(),
                                    result.score().value()));
                }
            }
        }
        return scores;
    }

    boolean within(double tolerance) {
        return missing.isEmpty() && scores > 0 && farthest <= tolerance;
    }

    List<String> lines(double tolerance) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%d of %d scores are the same to the last bit", equal, scores));
        if (farthest > 0) {
            lines.add(String.format(
                    Locale.ROOT, "the farthest lie %.3g apart (tolerance %.3g): %s", farthest, tolerance, where));
        }
        missing.stream().limit(SHOWN).forEach(lines::add);
        if (missing.size() > SHOWN) {
            lines.add("and " + (missing.size() - SHOWN) + " more");
        }
        return lines;
    }
}
