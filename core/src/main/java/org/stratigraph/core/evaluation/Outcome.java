package org.stratigraph.core.evaluation;

import java.util.List;
import org.stratigraph.core.spi.Score;

/**
 * What came of one sample. Immutable.
 *
 * @param sample its number in the data source's split
 * @param name the data source's name for it
 * @param results one per entrant and metric that could be judged
 * @param leftOut metrics that can say nothing of this sample
 */
public record Outcome(int sample, String name, List<Result> results, List<String> leftOut) {
    public Outcome {
        results = List.copyOf(results);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * One score.
     *
     * @param entrant its name
     * @param metric as typed
     */
    public record Result(String entrant, String metric, Score score) {}
}
