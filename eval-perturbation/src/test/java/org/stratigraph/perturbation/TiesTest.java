package org.stratigraph.perturbation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.image.SaliencyMap;

/** Which pixels go first, and which of those that are equal. */
class TiesTest {
    private static final SaliencyMap TIED = new SaliencyMap(2, 3, new float[] {0, -1, 2, 2, 0, -1});

    @Test
    void the_upper_left_of_equals_goes_first_from_either_end() {
        assertThat(Ties.ROW_MAJOR.order(TIED, First.MOST_RELEVANT, new Random(1)))
                .containsExactly(2, 3, 0, 4, 1, 5);
        assertThat(Ties.ROW_MAJOR.order(TIED, First.LEAST_RELEVANT, new Random(1)))
                .containsExactly(1, 5, 0, 4, 2, 3);
    }

    @Test
    void negative_scores_are_less_relevant_than_none() {
        SaliencyMap map = new SaliencyMap(1, 3, new float[] {0, -9, 1});
        assertThat(Ties.ROW_MAJOR.order(map, First.LEAST_RELEVANT, new Random(1)))
                .containsExactly(1, 0, 2);
    }

    /** All 24 orders of four equal pixels come up in 1000 draws; that one does not has a chance of 1e-17. */
    @Test
    void every_order_of_equals_comes_up() {
        SaliencyMap blank = new SaliencyMap(2, 2, new float[4]);
        Random chance = new Random(5);
        Set<String> seen = new HashSet<>();
        for (int draw = 0; draw < 1000; draw++) {
            int[] order = Ties.SEEDED.order(blank, First.MOST_RELEVANT, chance);
            seen.add(IntStream.of(order).boxed().toList().toString());
        }
        assertThat(seen).hasSize(24);
    }

    @Test
    void one_seed_is_one_order() {
        assertThat(Ties.SEEDED.order(TIED, First.MOST_RELEVANT, new Random(8)))
                .isEqualTo(Ties.SEEDED.order(TIED, First.MOST_RELEVANT, new Random(8)));
    }
}
