package org.stratigraph.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.spi.Curve;
import org.stratigraph.core.spi.Score;

class TallyTest {
    private static final Tally.Cell CELL = new Tally.Cell("gradient @ input", "metric");

    @Test
    void scores_come_by_sample_number_whatever_the_order_of_the_parts() {
        List<Outcome> outcomes = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(1);
        for (int sample = 0; sample < 50; sample++) {
            outcomes.add(outcome(sample, random.nextDouble(), random.nextDouble()));
        }
        Tally expected = tally(outcomes);

        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(outcomes, new Random(seed));
            Tally shuffled = tally(outcomes);
            assertThat(shuffled.values(CELL)).isEqualTo(expected.values(CELL));
            assertThat(shuffled.curves(CELL)).isEqualTo(expected.curves(CELL)); // to the last bit: sums run by number
            assertThat(shuffled.samples(CELL)).isEqualTo(expected.samples(CELL));
        }
    }

    @Test
    void curves_are_means() {
        Tally tally = tally(List.of(outcome(0, 0, 0.25), outcome(1, 0, 0.75)));

        assertThat(tally.curves(CELL)).containsExactly(new Curve("c", List.of(0.0, 1.0), List.of(0.5, 1.0)));
    }

    @Test
    void a_part_that_is_there_twice_counts_once() {
        Tally tally = tally(List.of(outcome(3, 0.5, 1), outcome(3, 0.5, 1)));

        assertThat(tally.values(CELL)).containsExactly(0.5);
    }

    @Test
    void another_score_for_the_same_sample_is_refused() {
        Tally tally = tally(List.of(outcome(3, 0.5, 1)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally.add(outcome(3, 0.6, 1)))
                .withMessageContaining("sample 3")
                .withMessageContaining("not of one run");
    }

    @Test
    void what_was_left_out_is_counted_by_metric() {
        Tally tally = tally(List.of(
                new Outcome(0, "a", List.of(), List.of("boxes")), new Outcome(1, "b", List.of(), List.of("boxes"))));

        assertThat(tally.leftOut("boxes")).isEqualTo(2);
        assertThat(tally.leftOut("metric")).isZero();
        assertThat(tally.cells()).isEmpty();
        assertThat(tally.values(CELL)).isEmpty();
        assertThat(tally.curves(CELL)).isEmpty();
    }

    private static Outcome outcome(int sample, double value, double first) {
        Score score = new Score(value, List.of(new Curve("c", List.of(0.0, 1.0), List.of(first, 1.0))));
        return new Outcome(
                sample, "s" + sample, List.of(new Outcome.Result(CELL.entrant(), CELL.metric(), score)), List.of());
    }

    private static Tally tally(List<Outcome> outcomes) {
        Tally tally = new Tally();
        outcomes.forEach(tally::add);
        return tally;
    }
}
