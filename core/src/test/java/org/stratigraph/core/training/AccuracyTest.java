package org.stratigraph.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AccuracyTest {
    @Test
    void the_interval_is_wilsons() {
        // By hand: z = 1.96, n = 10, p = 0.8: (0.8 + 0.19207 -+ 1.96 * sqrt(0.016 + 0.009604)) / 1.38416.
        Accuracy accuracy = new Accuracy(8, 10);

        assertThat(accuracy.atLeast()).isCloseTo(0.49016, within(2e-5));
        assertThat(accuracy.atMost()).isCloseTo(0.94333, within(2e-5));
        assertThat(accuracy).hasToString("80.0 % (8 of 10; 95 % interval 49.0 to 94.3 %)");
    }

    @Test
    void all_right_is_not_certain_to_stay_so() {
        assertThat(new Accuracy(100, 100).atMost()).isCloseTo(1, within(1e-12));
        assertThat(new Accuracy(100, 100).atLeast()).isBetween(0.96, 0.97);
    }

    @Test
    void impossible_counts_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Accuracy(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Accuracy(3, 2));
    }
}
