package org.stratigraph.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.image.RgbImage;

class AugmentationTest {
    /** One row of three grey pixels. */
    private static final RgbImage ROW = new RgbImage(3, 1, new byte[] {10, 10, 10, 20, 20, 20, 30, 30, 30});

    @Test
    void none_changes_nothing() {
        assertThat(results(Augmentation.none())).containsExactly(List.of(10, 20, 30));
    }

    @Test
    void mirrored_and_moved_pictures_repeat_their_edge() {
        assertThat(results(new Augmentation(true, 0, 0)))
                .containsExactlyInAnyOrder(List.of(10, 20, 30), List.of(30, 20, 10));
        assertThat(results(new Augmentation(false, 1, 0)))
                .containsExactlyInAnyOrder(List.of(10, 20, 30), List.of(10, 10, 20), List.of(20, 30, 30));
    }

    @Test
    void brightness_stays_in_its_bounds() {
        assertThat(results(new Augmentation(false, 0, 0.1)))
                .allSatisfy(row -> assertThat(row.get(1)).isBetween(18, 22))
                .hasSizeGreaterThan(3);
        assertThatIllegalArgumentException().isThrownBy(() -> new Augmentation(false, 0, 1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Augmentation(false, -1, 0));
    }

    private static Set<List<Integer>> results(Augmentation augmentation) {
        SplittableRandom random = new SplittableRandom(1);
        Set<List<Integer>> rows = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            RgbImage changed = augmentation.apply(ROW, random);
            rows.add(
                    IntStream.range(0, 3).mapToObj(x -> changed.sample(0, x, 2)).toList());
        }
        return rows;
    }
}
