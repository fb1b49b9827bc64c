package org.stratigraph.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.image.LayerMap;

class StoredMapTest {
    private static final Detail WORDS = new Detail(16, 14);
    private static final Detail BYTES = new Detail(8, 14);

    @Test
    void scores_come_back_to_half_a_step_of_the_largest() {
        LayerMap map = new LayerMap("a", 2, 2, new float[] {-3, 1.2345f, 0, 2.9999f});

        float[] words = StoredMap.of(map, WORDS).restored(WORDS).values();
        float[] bytes = StoredMap.of(map, BYTES).restored(BYTES).values();

        assertThat(words).containsExactly(map.values(), Offset.offset(3f / 32767 / 2 + 1e-6f));
        assertThat(bytes).containsExactly(map.values(), Offset.offset(3f / 127 / 2 + 1e-6f));
        assertThat(words[0]).as("the largest itself is exact").isEqualTo(-3);
    }

    @Test
    void steps_are_little_endian() {
        StoredMap map = StoredMap.of(new LayerMap("a", 1, 2, new float[] {1, -1}), WORDS);

        assertThat(map.steps()).as("ff 7f 01 80").isEqualTo("/38BgA==");
    }

    @Test
    void a_blank_map_stays_blank() {
        StoredMap map = StoredMap.of(new LayerMap("a", 1, 2, new float[2]), BYTES);

        assertThat(map.peak()).isZero();
        assertThat(map.restored(BYTES).values()).containsExactly(0, 0);
    }

    @Test
    void a_map_too_large_becomes_the_mean_of_two_by_two() {
        float[] scores = new float[16 * 16];
        scores[0] = 4;
        scores[17] = 4;

        StoredMap map = StoredMap.of(new LayerMap("a", 16, 16, scores), BYTES);

        assertThat(map.height()).isEqualTo(8);
        assertThat(map.peak()).isEqualTo(2);
        assertThat(map.restored(BYTES).at(0, 0)).isEqualTo(2);
    }
}
