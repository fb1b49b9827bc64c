package org.stratigraph.core.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rankings against the JDK's sort. */
class RankingTest {
    @Test
    void scores_fall_from_rank_to_rank_whatever_their_sign_and_size() {
        Random random = new Random(4);
        for (int round = 0; round < 200; round++) {
            float[] scores = new float[1 + random.nextInt(500)];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = random.nextInt(4) == 0
                        ? random.nextInt(3) - 1
                        : (float) (random.nextGaussian() * Math.pow(10, random.nextInt(70) - 40));
            }
            float[] expected = scores.clone();
            Arrays.sort(expected);
            Ranking ranking = Ranking.of(scores);
            assertThat(ranking.size()).isEqualTo(scores.length);
            for (int rank = 0; rank < scores.length; rank++) {
                assertThat(ranking.score(rank)).isEqualTo(expected[scores.length - 1 - rank]);
            }
        }
    }

    @Test
    void the_ends_of_the_number_line_keep_their_places() {
        float[] falling = {
            Float.POSITIVE_INFINITY,
            Float.MAX_VALUE,
            1,
            Float.MIN_NORMAL,
            Float.MIN_VALUE,
            0,
            -0f,
            -Float.MIN_VALUE,
            -1,
            -Float.MAX_VALUE,
            Float.NEGATIVE_INFINITY
        };
        float[] rising = new float[falling.length];
        for (int i = 0; i < falling.length; i++) {
            rising[falling.length - 1 - i] = falling[i];
        }
        Ranking ranking = Ranking.of(rising);
        for (int rank = 0; rank < falling.length; rank++) {
            assertThat(Float.floatToRawIntBits(ranking.score(rank))).isEqualTo(Float.floatToRawIntBits(falling[rank]));
        }
    }

    @Test
    void a_map_keeps_its_ranking() {
        SaliencyMap map = new SaliencyMap(1, 3, new float[] {-1, 4, 2});
        assertThat(map.ranking()).isSameAs(map.ranking());
        assertThat(map.ranking().score(1)).isEqualTo(2);
    }
}
