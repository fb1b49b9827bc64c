package org.stratigraph.perturbation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** Shares and counts of pixels. */
class RemovalGridTest {
    @Test
    void the_papers_grid_goes_up_by_twentieths() {
        assertThat(new RemovalGrid(20, false).shares())
                .hasSize(21)
                .startsWith(0.0, 0.05, 0.1, 0.15)
                .endsWith(0.9, 0.95, 1.0);
    }

    @Test
    void the_fine_grid_looks_closer_at_the_low_end() {
        assertThat(new RemovalGrid(20, true).shares()).hasSize(24).startsWith(0.0, 0.01, 0.02, 0.03, 0.05, 0.1);
    }

    @Test
    void no_share_comes_twice() {
        assertThat(new RemovalGrid(100, true).shares()).isEqualTo(new RemovalGrid(100, false).shares());
        assertThat(new RemovalGrid(50, true).shares()).startsWith(0.0, 0.01, 0.02, 0.03, 0.04, 0.06);
        assertThat(new RemovalGrid(1, true).shares()).containsExactly(0.0, 0.01, 0.02, 0.03, 1.0);
    }

    /** By hand: 10 pixels in twentieths are halves; 0.5 goes up to 1, 1.5 to 2. */
    @Test
    void a_half_is_rounded_up() {
        assertThat(new RemovalGrid(20, false).counts(10))
                .containsExactly(0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10);
    }

    @Test
    void counts_of_the_largest_pictures_do_not_overflow() {
        int[] counts = new RemovalGrid(RemovalGrid.MOST_STEPS, true).counts(Integer.MAX_VALUE / 4);
        assertThat(counts).isSorted().startsWith(0).endsWith(Integer.MAX_VALUE / 4);
    }

    @Test
    void a_grid_without_steps_or_with_too_many_is_refused() {
        for (int steps : new int[] {-1, 0, RemovalGrid.MOST_STEPS + 1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RemovalGrid(steps, true))
                    .withMessage("a removal grid has 1 to 100000 steps, not " + steps + "; the paper's has 20");
        }
    }
}
