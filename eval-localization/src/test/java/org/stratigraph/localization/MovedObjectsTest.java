package org.stratigraph.localization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.spi.Case;

/**
 * Objects in pictures of 300 x 200, which become 384 x 256 and lose 80 columns on either side and 16 rows above and below: a
 * pixel at (x, y) goes to (1.28 x - 80, 1.28 y - 16).
 */
class MovedObjectsTest {
    private static final int SIDE = 224;

    private static Cases cases;

    @BeforeAll
    static void open() {
        cases = new Cases();
    }

    @AfterAll
    static void close() {
        cases.close();
    }

    /** The box (100, 50) to (150, 100) goes to (48, 48) to (112, 112). */
    @Test
    void even_evidence_is_scored_by_the_area_of_the_moved_box() {
        Case sample = cases.imagenet(200, 300, Cases.boxed(0, 100, 50, 150, 100));
        float[] even = new float[SIDE * SIDE];
        Arrays.fill(even, 1);

        assertThat(score("energy-pointing-game", sample, even)).isEqualTo(64.0 * 64 / (SIDE * SIDE));
    }

    @Test
    void the_maximum_is_looked_for_in_the_moved_box() {
        Case sample = cases.imagenet(200, 300, Cases.boxed(0, 100, 50, 150, 100));

        assertThat(score("pointing-game:tolerance=0", sample, peak(111, 48))).isOne();
        assertThat(score("pointing-game:tolerance=0", sample, peak(112, 48))).isZero();
        assertThat(score("pointing-game:tolerance=0", sample, peak(47, 48))).isZero();
        assertThat(score("pointing-game:tolerance=1", sample, peak(47, 48))).isOne();
    }

    /** A mask of the same pixels: all centres from 48.5 to 111.5 lie in them, because 1.28 x 100 and x 150 are whole. */
    @Test
    void a_mask_moves_as_its_box_does() {
        int[] pixels = IntStream.range(50 * 300, 100 * 300)
                .filter(pixel -> pixel % 300 >= 100 && pixel % 300 < 150)
                .toArray();
        Case sample = cases.imagenet(200, 300, Cases.masked(0, 200, 300, pixels));
        float[] even = new float[SIDE * SIDE];
        Arrays.fill(even, 1);

        assertThat(score("relevance-mass", sample, even)).isEqualTo(64.0 * 64 / (SIDE * SIDE));
        assertThat(score("relevance-mass", sample, peak(111, 111))).isOne();
        assertThat(score("relevance-mass", sample, peak(112, 111))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"energy-pointing-game", "pointing-game", "relevance-mass", "relevance-rank"})
    void an_object_that_is_cropped_away_leaves_the_sample_out(String name) {
        Case sample = cases.imagenet(200, 300, Cases.masked(0, 200, 300, 100 * 300, 100 * 300 + 61));

        assertThat(Parts.metric(name).questions(sample)).isEmpty();
    }

    private static float[] peak(int y, int x) {
        float[] values = new float[SIDE * SIDE];
        values[y * SIDE + x] = 1;
        return values;
    }

    private static double score(String typed, Case sample, float[] values) {
        return Parts.metric(typed)
                .score(sample, List.of(new SaliencyMap(SIDE, SIDE, values)))
                .value();
    }
}
