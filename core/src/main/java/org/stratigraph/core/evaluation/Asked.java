package org.stratigraph.core.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stratigraph.core.spi.Case;
import org.stratigraph.core.spi.Metric;
import org.stratigraph.core.spi.Question;

/** What metrics ask about cases: every different question once, and who asked which. Immutable. */
final class Asked {
    private final List<Question> questions;
    private final List<Map<String, List<Integer>>> byCase; // metric -> the places of its questions

    private Asked(List<Question> questions, List<Map<String, List<Integer>>> byCase) {
        this.questions = questions;
        this.byCase = byCase;
    }

    static Asked of(List<Case> cases, Map<String, Metric> metrics) {
        Map<Question, Integer> places = new LinkedHashMap<>();
        List<Map<String, List<Integer>>> byCase = new ArrayList<>();
        for (Case one : cases) {
            Map<String, List<Integer>> byMetric = new LinkedHashMap<>();
            metrics.forEach((spec, metric) -> {
                List<Integer> asked = new ArrayList<>();
                for (Question question : metric.questions(one)) {
                    places.putIfAbsent(question, places.size());
                    asked.add(places.get(question));
                }
                byMetric.put(spec, asked);
            });
            byCase.add(byMetric);
        }
        return new Asked(List.copyOf(places.keySet()), byCase);
    }

    /** All of them, each once. */
    List<Question> questions() {
        return questions;
    }

    /** What a metric picks for a case from something that is there for every question. */
    <T> List<T> answers(int oneCase, String metric, List<T> perQuestion) {
        return byCase.get(oneCase).get(metric).stream().map(perQuestion::get).toList();
    }

    /** The metrics that ask nothing about a case. */
    List<String> leftOut(int oneCase) {
        return byCase.get(oneCase).entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }
}
