package org.stratigraph.cli;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.stratigraph.core.evaluation.Bootstrap;
import org.stratigraph.core.evaluation.Interval;
import org.stratigraph.core.evaluation.Tally;
import org.stratigraph.core.spi.Direction;
import org.stratigraph.core.spi.Metric;
import org.stratigraph.report.page.PageCurve;
import org.stratigraph.report.page.PageScore;

/**
 * Scores as a page shows them.
 *
 * @param metrics by what was typed
 */
record PageScores(Tally tally, Map<String, Metric> metrics) {

    /** Every subject's mean under every metric. */
    List<PageScore> scores() {
        return tally.cells().stream().map(this::score).toList();
    }

    private PageScore score(Tally.Cell cell) {
        Interval mean = Bootstrap.mean(tally.values(cell));
        boolean higher = metrics.get(cell.metric()).better() == Direction.HIGHER;
        return new PageScore(
                cell.entrant(),
                cell.metric(),
                higher ? "higher" : "lower",
                mean.value(),
                mean.low(),
                mean.high(),
                tally.samples(cell).size());
    }

    /** The mean curves of some subjects. */
    List<PageCurve> curves(Predicate<String> subjects) {
        return tally.cells().stream()
                .filter(cell -> subjects.test(cell.entrant()))
                .flatMap(cell -> tally.curves(cell).stream()
                        .map(curve -> new PageCurve(
                                cell.entrant(), cell.metric(), curve.name(), curve.places(), curve.values())))
                .toList();
    }
}
