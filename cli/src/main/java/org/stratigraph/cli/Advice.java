package org.stratigraph.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stratigraph.core.evaluation.Entrant;
import org.stratigraph.core.evaluation.Pareto;
import org.stratigraph.core.evaluation.Tally;
import org.stratigraph.core.spi.Direction;
import org.stratigraph.core.spi.Metric;

/**
 * Who is to be preferred on a model and its images: of the Pareto front, the one of the best mean rank over the metrics.
 *
 * @param better which scores are good ones, by metric; metrics without a score of any image are not among them
 * @param images how many stand behind each metric
 * @param candidates all, as they were asked for
 * @param front those that no other beats, the recommended one first
 * @param meanRank of the recommended one, among the front
 */
record Advice(
        Map<String, Direction> better,
        Map<String, Integer> images,
        List<Candidate> candidates,
        List<Candidate> front,
        double meanRank) {
    /**
     * The advice of these scores.
     *
     * @throws IllegalArgumentException if no image was scored
     */
    static Advice of(List<Entrant> entrants, Map<String, Metric> metrics, Tally tally) {
        Map<String, Direction> better = new LinkedHashMap<>();
        Map<String, Integer> images = new LinkedHashMap<>();
        metrics.forEach((spec, metric) -> {
            int scored =
                    tally.samples(new Tally.Cell(entrants.get(0).name(), spec)).size();
            if (scored > 0) {
                better.put(spec, metric.better());
                images.put(spec, scored);
            }
        });
        if (better.isEmpty()) {
            throw new IllegalArgumentException("none of these images could be scored, so there is nothing to advise; "
                    + "scores.jsonl says of each why");
        }
        Map<String, Candidate> byName = new LinkedHashMap<>();
        entrants.forEach(entrant ->
                byName.putIfAbsent(entrant.name(), Candidate.of(entrant, List.copyOf(better.keySet()), tally)));
        return ranked(better, images, List.copyOf(byName.values()));
    }

    private static Advice ranked(
            Map<String, Direction> better, Map<String, Integer> images, List<Candidate> candidates) {
        List<Direction> directions = List.copyOf(better.values());
        List<double[]> points = candidates.stream().map(Candidate::point).toList();
        List<Integer> ranked = Pareto.ranked(points, directions);
        double best = Pareto.meanRanks(ranked.stream().map(points::get).toList(), directions)[0];
        return new Advice(
                better, images, candidates, ranked.stream().map(candidates::get).toList(), best);
    }

    Candidate recommended() {
        return front.get(0);
    }

    /** Others that these images do not tell from the recommended one in any metric. */
    List<Candidate> tooNear() {
        return candidates.stream()
                .filter(other -> other != recommended() && other.isTooNearTo(recommended()))
                .toList();
    }

    /** The least number of images behind a metric. */
    int fewestImages() {
        return images.values().stream().mapToInt(Integer::intValue).min().orElseThrow();
    }
}
