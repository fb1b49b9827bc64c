package org.stratigraph.core.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.stratigraph.core.spi.Curve;
import org.stratigraph.core.spi.Score;

/**
 * The scores of many samples. Parts that were scored apart, here or on other machines, join to the same tally in whatever order:
 * every score keeps its sample's number, and sums run by that number.
 */
public final class Tally {
    private final Map<Cell, NavigableMap<Integer, Score>> scores = new LinkedHashMap<>();
    private final Map<String, NavigableMap<Integer, String>> leftOut = new LinkedHashMap<>();

    /**
     * Where scores belong.
     *
     * @param entrant its name
     * @param metric as typed
     */
    public record Cell(String entrant, String metric) {}

    /**
     * Adds what came of a sample.
     *
     * @throws IllegalArgumentException if the sample was scored before, with another result
     */
    public void add(Outcome outcome) {
        for (Outcome.Result result : outcome.results()) {
            Cell cell = new Cell(result.entrant(), result.metric());
            Score earlier =
                    scores.computeIfAbsent(cell, any -> new TreeMap<>()).putIfAbsent(outcome.sample(), result.score());
            if (earlier != null && !earlier.equals(result.score())) {
                throw new IllegalArgumentException("sample " + outcome.sample() + " (" + outcome.name()
                        + ") was scored twice for " + cell + ", with " + earlier.value() + " and "
                        + result.score().value() + "; these parts are not of one run");
            }
        }
        outcome.leftOut()
                .forEach(metric ->
                        leftOut.computeIfAbsent(metric, any -> new TreeMap<>()).put(outcome.sample(), outcome.name()));
    }

    /** Entrants and metrics with a score at least, in the order in which they came. */
    public List<Cell> cells() {
        return List.copyOf(scores.keySet());
    }

    /** The scores of a cell, by rising sample number; none if there is no such cell. */
    public double[] values(Cell cell) {
        return scores.getOrDefault(cell, new TreeMap<>()).values().stream()
                .mapToDouble(Score::value)
                .toArray();
    }

    /** The numbers of a cell's samples, rising. */
    public List<Integer> samples(Cell cell) {
        return List.copyOf(scores.getOrDefault(cell, new TreeMap<>()).keySet());
    }

    /** The mean curves of a cell. */
    public List<Curve> curves(Cell cell) {
        List<Score> all = List.copyOf(scores.getOrDefault(cell, new TreeMap<>()).values());
        if (all.isEmpty()) {
            return List.of();
        }
        List<Curve> means = new ArrayList<>();
        for (int i = 0; i < all.get(0).curves().size(); i++) {
            int curve = i;
            Curve first = all.get(0).curves().get(curve);
            List<Double> mean = IntStream.range(0, first.places().size())
                    .mapToObj(place -> all.stream()
                                    .mapToDouble(score ->
                                            score.curves().get(curve).values().get(place))
                                    .sum()
                            / all.size())
                    .toList();
            means.add(new Curve(first.name(), first.places(), mean));
        }
        return means;
    }

    /** How many samples a metric could say nothing of. */
    public int leftOut(String metric) {
        return leftOut.getOrDefault(metric, new TreeMap<>()).size();
    }
}
