package org.stratigraph.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stratigraph.core.evaluation.Bootstrap;
import org.stratigraph.core.evaluation.Entrant;
import org.stratigraph.core.evaluation.Interval;
import org.stratigraph.core.evaluation.Tally;

/**
 * Somebody who may be recommended.
 *
 * @param means over the images, by metric
 */
record Candidate(Entrant entrant, Map<String, Interval> means) {
    /** What a tally holds of an entrant. */
    static Candidate of(Entrant entrant, List<String> metrics, Tally tally) {
        Map<String, Interval> means = new LinkedHashMap<>();
        metrics.forEach(metric ->
                means.put(metric, Bootstrap.mean(tally.values(new Tally.Cell(entrant.name(), metric)))));
        return new Candidate(entrant, means);
    }

    String name() {
        return entrant.name();
    }

    /** The layer whose map it is; empty for a fused one. */
    Optional<String> layer() {
        return entrant.subject().fuser().isPresent()
                ? Optional.empty()
                : Optional.of(entrant.layers().get(0));
    }

    /** The mean in each metric. */
    double[] point() {
        return means.values().stream().mapToDouble(Interval::value).toArray();
    }

    /** Whether the intervals of both overlap in every metric, so that the images do not tell which is better. */
    boolean isTooNearTo(Candidate other) {
        return means.entrySet().stream().allMatch(mean -> {
            Interval there = other.means.get(mean.getKey());
            return mean.getValue().low() <= there.high()
                    && there.low() <= mean.getValue().high();
        });
    }

    /** The options with which {@code stratigraph explain} makes its map. */
    List<String> explain() {
        List<String> options =
                new ArrayList<>(List.of("--method", entrant.subject().method()));
        layer().ifPresent(layer -> options.addAll(List.of("--layers", "named:" + layer)));
        entrant.subject().fuser().ifPresent(fuser -> {
            entrant.subject().probe().ifPresent(probe -> options.addAll(List.of("--layers", probe)));
            options.addAll(List.of("--fuse", fuser));
        });
        return options;
    }
}
