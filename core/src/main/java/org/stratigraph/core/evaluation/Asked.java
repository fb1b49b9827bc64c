package org.stratigraph.core.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.spi.Case;
import org.stratigraph.core.spi.Metric;
import org.stratigraph.core.spi.Question;

/**
 * What metrics ask about one sample. Immutable.
 *
 * @param byMetric each metric's questions; none where it can say nothing
 */
record Asked(Map<String, List<Question>> byMetric) {
    static Asked about(Case sample, Map<String, Metric> metrics) {
        Map<String, List<Question>> byMetric = new LinkedHashMap<>();
        metrics.forEach((spec, metric) -> byMetric.put(spec, metric.questions(sample)));
        return new Asked(byMetric);
    }

    /** All questions, equal ones once. */
    List<Question> questions() {
        return byMetric.values().stream().flatMap(List::stream).distinct().toList();
    }

    /** A metric's answers among those to {@link #questions}. */
    List<SaliencyMap> answers(String metric, List<SaliencyMap> all) {
        List<Question> questions = questions();
        return byMetric.get(metric).stream()
                .map(question -> all.get(questions.indexOf(question)))
                .toList();
    }

    /** The metrics that can be judged. */
    List<String> metrics() {
        return byMetric.keySet().stream()
                .filter(metric -> !byMetric.get(metric).isEmpty())
                .toList();
    }

    /** The metrics that can say nothing. */
    List<String> leftOut() {
        return byMetric.keySet().stream()
                .filter(metric -> byMetric.get(metric).isEmpty())
                .toList();
    }
}
