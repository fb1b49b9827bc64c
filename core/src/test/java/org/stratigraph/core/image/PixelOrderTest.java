package org.stratigraph.core.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Orders of pixels against the JDK's stable sort of boxed places. */
class PixelOrderTest {
    @Test
    void is_that_of_a_stable_sort_in_both_directions() {
        Random random = new Random(6);
        for (int round = 0; round < 200; round++) {
            float[] scores = new float[1 + random.nextInt(300)];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = random.nextBoolean()
                        ? random.nextInt(5) - 2
                        : (float) (random.nextGaussian() * Math.pow(10, random.nextInt(70) - 40));
            }
            SaliencyMap map = new SaliencyMap(1, scores.length, scores);
            Comparator<Integer> byScore = Comparator.comparing(map::at);
            assertThat(map.rising()).isEqualTo(sorted(scores.length, byScore));
            assertThat(map.falling()).isEqualTo(sorted(scores.length, byScore.reversed()));
        }
    }

    private static int[] sorted(int places, Comparator<Integer> order) {
        return IntStream.range(0, places)
                .boxed()
                .sorted(order)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Test
    void equal_scores_keep_their_places_so_that_one_order_is_not_the_other_reversed() {
        SaliencyMap map = new SaliencyMap(2, 2, new float[] {1, 3, 1, 3});
        assertThat(map.falling()).containsExactly(1, 3, 0, 2);
        assertThat(map.rising()).containsExactly(0, 2, 1, 3);
    }

    @Test
    void minus_zero_is_zero() {
        SaliencyMap map = new SaliencyMap(1, 4, new float[] {-0f, 0, -0f, 0});
        assertThat(map.falling()).containsExactly(0, 1, 2, 3);
        assertThat(map.rising()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void the_ends_of_the_number_line_keep_their_places() {
        float[] rising = {Float.NEGATIVE_INFINITY, -Float.MAX_VALUE, -1, -Float.MIN_VALUE, 0, Float.MIN_VALUE, 1};
        SaliencyMap map = new SaliencyMap(1, rising.length, rising);
        assertThat(map.rising()).containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(map.falling()).containsExactly(6, 5, 4, 3, 2, 1, 0);
    }
}
