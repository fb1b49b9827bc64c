package org.stratigraph.perturbation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.image.Tensor;

/** Chance that a picture and a seed decide. */
class ChanceTest {
    @Test
    void equal_pictures_have_equal_chances_whatever_was_drawn_before() {
        long first = Chance.of(picture(1, 2, 3), 5).nextLong();
        Chance.of(picture(3, 2, 1), 5).nextLong();
        assertThat(Chance.of(picture(1, 2, 3), 5).nextLong()).isEqualTo(first);
    }

    @Test
    void other_pictures_other_places_and_other_seeds_have_others() {
        Set<Long> drawn = new HashSet<>();
        for (long seed = -50; seed < 50; seed++) {
            drawn.add(Chance.of(picture(1, 2, 3), seed).nextLong());
            drawn.add(Chance.of(picture(3, 2, 1), seed).nextLong());
            drawn.add(Chance.of(picture(1, 2, Math.nextUp(3f)), seed).nextLong());
        }
        assertThat(drawn).hasSize(300);
    }

    private static Tensor picture(float... values) {
        return Tensor.of(values, 1, 1, values.length);
    }
}
