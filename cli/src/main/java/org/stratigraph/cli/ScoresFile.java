package org.stratigraph.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.stratigraph.core.evaluation.Outcome;
import org.stratigraph.core.evaluation.Survey;
import org.stratigraph.core.pipeline.Explainer;
import org.stratigraph.core.spi.Metric;
import org.stratigraph.report.JsonLines;

/** A run's scores in its folder, a line a picture, each kept as soon as the picture is done. */
final class ScoresFile implements AutoCloseable {
    static final String NAME = "scores.jsonl";
    static final String METRICS = "metrics";

    /** Ends the message of a write that failed. */
    static final String RESUME = "; the scores written before are kept: make room, and the same command goes on";

    private final JsonLines lines;

    ScoresFile(JsonLines lines) {
        this.lines = lines;
    }

    /**
     * Opens a folder's scores, or starts them.
     *
     * @throws IOException if they are another run's
     */
    static ScoresFile open(Path folder, Map<String, ?> run) throws IOException {
        return new ScoresFile(JsonLines.open(folder.resolve(NAME), run));
    }

    /**
     * Scores those of these samples that are not here yet.
     *
     * @throws RuntimeException what the listener throws, which is how to stop the work; finished scores are kept
     * @throws UncheckedIOException if a score cannot be kept
     */
    void complete(Survey survey, List<Integer> samples, Explainer.Listener listener) {
        Set<Object> done = lines.lines().stream()
                .filter(line -> !line.containsKey(OutcomeLine.UNREADABLE)) // it may have been mended since
                .map(line -> line.get(OutcomeLine.SAMPLE))
                .collect(Collectors.toSet());
        List<Integer> missing =
                samples.stream().filter(number -> !done.contains(number)).toList();
        double before = (double) (samples.size() - missing.size()) / samples.size();
        survey.over(missing, new Survey.Listener() {
            @Override
            public void scored(Outcome outcome) {
                keep(OutcomeLine.of(outcome));
            }

            @Override
            public void unreadable(int sample, IOException reason) {
                Map<String, Object> line = OutcomeLine.unreadable(sample, reason.getMessage());
                if (!lines.lines().contains(line)) {
                    keep(line);
                }
            }

            @Override
            public void at(double share, String doing) {
                listener.at(before + share * (1 - before), doing);
            }
        });
    }

    /** @throws UncheckedIOException if the disk is full, say */
    void keep(Map<String, Object> line) {
        try {
            lines.add(line);
        } catch (IOException full) {
            throw new UncheckedIOException(full.getMessage() + RESUME, full);
        }
    }

    /** The last line of each of these samples: a run with a larger limit may have left others. */
    List<Map<String, Object>> lines(List<Integer> samples) {
        return OutcomeLine.last(lines.lines(), Set.copyOf(samples)::contains);
    }

    /** What the scores of these samples come to. */
    ScoreReport report(Map<String, Metric> metrics, List<Integer> samples) {
        ScoreReport report = new ScoreReport(metrics);
        lines(samples).forEach(report::add);
        return report;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
