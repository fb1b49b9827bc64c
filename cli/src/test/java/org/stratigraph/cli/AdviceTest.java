package org.stratigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stratigraph.cli.assembly.Assembly;
import org.stratigraph.core.evaluation.Entrant;
import org.stratigraph.core.evaluation.Outcome;
import org.stratigraph.core.evaluation.Subject;
import org.stratigraph.core.evaluation.Tally;
import org.stratigraph.core.spi.Metric;
import org.stratigraph.core.spi.Score;

/** Advice on scores made up so that it can be told by hand: LeRF is better low, MoRF high. */
class AdviceTest {
    private static final Entrant LOW = entrant("low @ layer");
    private static final Entrant HIGH = entrant("high @ layer");
    private static final Entrant BEATEN = entrant("beaten @ layer");
    private static final Entrant FUSED = entrant("low | tif:alpha=0.7");

    @Test
    void directions_come_from_the_metrics_and_the_beaten_is_not_on_the_front() {
        Advice advice = advice(12, 0, Map.of(LOW, at(0.1, 0.5), HIGH, at(0.3, 0.9), BEATEN, at(0.3, 0.5)));

        assertThat(advice.front()).extracting(Candidate::name).containsExactly("low @ layer", "high @ layer");
        assertThat(advice.meanRank()).isEqualTo(1.5); // each first in one metric and second in the other
        assertThat(advice.candidates()).hasSize(3);
        assertThat(advice.images()).isEqualTo(Map.of("lerf", 12, "morf", 12));
        assertThat(advice.tooNear()).isEmpty();
        assertThat(report(advice)).noneMatch(line -> line.startsWith("warning"));
    }

    @Test
    void overlap_in_every_metric_is_a_warning_and_so_are_few_images() {
        Map<Entrant, double[]> scores = Map.of(LOW, at(0.10, 0.50), HIGH, at(0.11, 0.51), BEATEN, at(0.9, 0.50));

        Advice advice = advice(4, 0.1, scores);

        assertThat(advice.tooNear()).extracting(Candidate::name).containsExactly("high @ layer");
        assertThat(report(advice))
                .anyMatch(line -> line.startsWith("warning: fewer than 10 images"))
                .anyMatch(
                        line -> line.startsWith("warning: in every metric") && line.contains("that of high @ layer:"));
    }

    @Test
    void a_candidate_says_how_explain_makes_its_map() {
        assertThat(new Candidate(LOW, Map.of()).explain())
                .containsExactly("--method", "low", "--layers", "named:layer");
        assertThat(new Candidate(FUSED, Map.of()).explain())
                .containsExactly("--method", "low", "--fuse", "tif:alpha=0.7");
        assertThat(new Candidate(entrant("low @ relus | tif"), Map.of()).explain())
                .containsExactly("--method", "low", "--layers", "relus", "--fuse", "tif");
    }

    @Test
    void without_a_score_there_is_no_advice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> advice(0, 0, Map.of(LOW, at(0, 0))))
                .withMessageContaining("nothing to advise");
    }

    /** Scores of as many images, which lie to both sides of these means. */
    private static Advice advice(int images, double spread, Map<Entrant, double[]> means) {
        List<Entrant> entrants =
                Stream.of(LOW, HIGH, BEATEN).filter(means::containsKey).toList();
        Tally tally = new Tally();
        for (int image = 0; image < images; image++) {
            double aside = image % 2 == 0 ? spread : -spread;
            List<Outcome.Result> results = entrants.stream()
                    .flatMap(entrant -> Stream.of(
                            new Outcome.Result(entrant.name(), "lerf", Score.of(means.get(entrant)[0] + aside)),
                            new Outcome.Result(entrant.name(), "morf", Score.of(means.get(entrant)[1] + aside))))
                    .toList();
            tally.add(new Outcome(image, "s" + image, results, List.of("energy-pointing-game")));
        }
        try (Assembly assembly = Assembly.of(List.of())) {
            Map<String, Metric> metrics = new LinkedHashMap<>();
            for (String metric : List.of("lerf", "morf", "energy-pointing-game")) {
                metrics.put(metric, assembly.catalog().metrics().make(metric));
            }
            return Advice.of(entrants, metrics, tally);
        }
    }

    private static List<String> report(Advice advice) {
        return new AdviceReport(advice, "model", "data", List.of("stratigraph", "explain")).lines();
    }

    private static Entrant entrant(String subject) {
        return new Entrant(Subject.parse(subject), List.of("layer"));
    }

    private static double[] at(double lerf, double morf) {
        return new double[] {lerf, morf};
    }
}
