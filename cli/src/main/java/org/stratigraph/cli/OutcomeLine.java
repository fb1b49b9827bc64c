package org.stratigraph.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.stratigraph.core.evaluation.Outcome;
import org.stratigraph.core.spi.Curve;
import org.stratigraph.core.spi.Score;

/**
 * What came of a sample, as a line of a file. Curves that run over the same places share them: a line lists its places once, and
 * a curve says which of them are its own, so that every line can be read by itself.
 */
final class OutcomeLine {
    static final String SAMPLE = "sample";
    static final String UNREADABLE = "unreadable";
    private static final String NAME = "name";
    private static final String RESULTS = "results";
    private static final String SUBJECT = "subject";
    private static final String METRIC = "metric";
    private static final String VALUE = "value";
    private static final String CURVES = "curves";
    private static final String PLACES = "places";
    private static final String VALUES = "values";
    private static final String LEFT_OUT = "leftOut";

    private OutcomeLine() {}

    static Map<String, Object> of(Outcome outcome) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put(SAMPLE, outcome.sample());
        line.put(NAME, outcome.name());
        List<List<Double>> places = outcome.results().stream()
                .flatMap(result -> result.score().curves().stream().map(Curve::places))
                .distinct()
                .toList();
        line.put(PLACES, places);
        line.put(
                RESULTS,
                outcome.results().stream().map(result -> result(result, places)).toList());
        line.put(LEFT_OUT, outcome.leftOut());
        return line;
    }

    static Map<String, Object> unreadable(int sample, String reason) {
        return Map.of(SAMPLE, sample, UNREADABLE, reason);
    }

    /** The last line of each sample, in the order of the first ones: one that could not be read may have been read later. */
    static List<Map<String, Object>> last(List<Map<String, Object>> lines, Predicate<Integer> wanted) {
        Map<Integer, Map<String, Object>> bySample = new LinkedHashMap<>();
        lines.forEach(line -> bySample.put(sample(line), line));
        bySample.keySet().removeIf(wanted.negate());
        return List.copyOf(bySample.values());
    }

    private static Map<String, Object> result(Outcome.Result result, List<List<Double>> places) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put(SUBJECT, result.entrant());
        described.put(METRIC, result.metric());
        described.put(VALUE, result.score().value());
        if (!result.score().curves().isEmpty()) {
            described.put(
                    CURVES,
                    result.score().curves().stream()
                            .map(curve -> curve(curve, places))
                            .toList());
        }
        return described;
    }

    private static Map<String, Object> curve(Curve curve, List<List<Double>> places) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put(NAME, curve.name());
        described.put(PLACES, places.indexOf(curve.places()));
        described.put(VALUES, curve.values());
        return described;
    }

    /** The number of the sample that a line is about. */
    static int sample(Map<String, Object> line) {
        if (line.get(SAMPLE) instanceof Integer number) {
            return number;
        }
        throw new IllegalArgumentException("a line of scores names its sample, and this does not: " + line);
    }

    static Outcome parse(Map<String, Object> line) {
        List<Outcome.Result> results = new ArrayList<>();
        for (Map<?, ?> result : maps(line.get(RESULTS))) {
            List<Curve> curves = maps(result.get(CURVES)).stream()
                    .map(curve -> new Curve(
                            curve.get(NAME).toString(),
                            places(curve.get(PLACES), line.get(PLACES)),
                            numbers(curve.get(VALUES))))
                    .toList();
            results.add(new Outcome.Result(
                    result.get(SUBJECT).toString(),
                    result.get(METRIC).toString(),
                    new Score(((Number) result.get(VALUE)).doubleValue(), curves)));
        }
        List<String> leftOut =
                ((List<?>) line.get(LEFT_OUT)).stream().map(Object::toString).toList();
        return new Outcome(sample(line), line.get(NAME).toString(), results, leftOut);
    }

    /** A curve's places: the number of one of the line's lists, or, in files of before there were these, a list. */
    private static List<Double> places(Object own, Object lists) {
        return numbers(own instanceof Integer number ? ((List<?>) lists).get(number) : own);
    }

    private static List<Map<?, ?>> maps(Object list) {
        List<Map<?, ?>> maps = new ArrayList<>();
        if (list instanceof List<?> entries) {
            entries.forEach(entry -> maps.add((Map<?, ?>) entry));
        }
        return maps;
    }

    private static List<Double> numbers(Object list) {
        return ((List<?>) list)
                .stream().map(number -> ((Number) number).doubleValue()).toList();
    }
}
