package org.stratigraph.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.stratigraph.core.spi.Direction.HIGHER;
import static org.stratigraph.core.spi.Direction.LOWER;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.spi.Direction;

class ParetoTest {
    private static final List<Direction> LOW_HIGH = List.of(LOWER, HIGHER);

    @Test
    void the_front_is_what_nothing_beats() {
        List<double[]> points = List.of(
                point(0.1, 0.5), // the lowest
                point(0.2, 0.5), // beaten by the first
                point(0.3, 0.9), // the highest
                point(0.2, 0.7), // between them
                point(0.4, 0.8)); // beaten by the third

        assertThat(Pareto.front(points, LOW_HIGH)).containsExactly(0, 2, 3);
        assertThat(Pareto.front(points, List.of(HIGHER, LOWER))).containsExactly(1, 4);
    }

    @Test
    void equal_candidates_do_not_beat_each_other() {
        assertThat(Pareto.front(List.of(point(1, 1), point(1, 1), point(2, 1)), LOW_HIGH))
                .containsExactly(0, 1);
    }

    @Test
    void one_measure_leaves_the_best() {
        assertThat(Pareto.front(List.of(point(3), point(1), point(2)), List.of(LOWER)))
                .containsExactly(1);
        assertThat(Pareto.front(List.of(point(3), point(1), point(3)), List.of(HIGHER)))
                .containsExactly(0, 2);
    }

    /** The definition, written out on the values as they are, for random points with many ties. */
    @Test
    void the_front_is_that_of_a_slow_loop() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 500; round++) {
            int measures = 1 + random.nextInt(4);
            List<Direction> better = new ArrayList<>();
            for (int k = 0; k < measures; k++) {
                better.add(random.nextBoolean() ? HIGHER : LOWER);
            }
            List<double[]> points = new ArrayList<>();
            for (int i = random.nextInt(20); i >= 0; i--) {
                points.add(random.ints(measures, -3, 4).asDoubleStream().toArray());
            }
            assertThat(Pareto.front(points, better)).isEqualTo(slowFront(points, better));
            assertThat(Pareto.ranked(points, better)).hasSameElementsAs(Pareto.front(points, better));
        }
    }

    private static List<Integer> slowFront(List<double[]> points, List<Direction> better) {
        List<Integer> front = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            int beaten = 0;
            for (double[] other : points) {
                int asGood = 0;
                int best = 0;
                for (int k = 0; k < better.size(); k++) {
                    double gain = (other[k] - points.get(i)[k]) * (better.get(k) == HIGHER ? 1 : -1);
                    asGood += gain >= 0 ? 1 : 0;
                    best += gain > 0 ? 1 : 0;
                }
                beaten += asGood == better.size() && best > 0 ? 1 : 0;
            }
            if (beaten == 0) {
                front.add(i);
            }
        }
        return front;
    }

    @Test
    void mean_ranks_are_counted_by_hand() {
        List<double[]> points = List.of(point(0.1, 0.5), point(0.2, 0.9), point(0.3, 0.9));

        // lower: 1, 2, 3; higher: 3, 1.5, 1.5
        assertThat(Pareto.meanRanks(points, LOW_HIGH)).containsExactly(2, 1.75, 2.25);
    }

    @Test
    void the_best_all_rounder_of_the_front_comes_first_and_of_equal_ones_the_earlier() {
        // the front is 1, 2, 3 with mean ranks 2, 2, 2 of two measures, and then 1.67, 2, 2.33 of three
        assertThat(Pareto.ranked(List.of(point(9, 0), point(1, 1), point(2, 2), point(3, 3)), LOW_HIGH))
                .containsExactly(1, 2, 3);
        assertThat(Pareto.ranked(
                        List.of(point(9, 0, 0), point(3, 3, 1), point(2, 2, 2), point(1, 1, 3)),
                        List.of(LOWER, HIGHER, HIGHER)))
                .containsExactly(3, 2, 1);
    }

    @Test
    void a_point_without_a_value_for_each_measure_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Pareto.front(List.of(point(1)), LOW_HIGH));
        assertThatIllegalArgumentException().isThrownBy(() -> Pareto.front(List.of(point(1, Double.NaN)), LOW_HIGH));
        assertThatIllegalArgumentException().isThrownBy(() -> Pareto.front(List.of(new double[0]), List.of()));
    }

    private static double[] point(double... values) {
        return values;
    }
}
