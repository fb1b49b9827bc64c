package org.stratigraph.core.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stratigraph.core.image.Tensor;

class EdgeDetectorTest {
    private final EdgeDetector detector = new EdgeDetector();

    /** A step of 1 between the second and third column: 1 + 2 + 1 at both of them. */
    @Test
    void a_step_is_an_edge_on_both_its_sides() {
        Tensor step = Tensor.of(new float[] {0, 0, 1, 1, 0, 0, 1, 1}, 1, 2, 4);

        assertThat(detector.draw(step)).containsExactly(0, 4, 4, 0, 0, 4, 4, 0);
    }

    @Test
    void a_step_down_is_as_steep_as_a_step_to_the_side() {
        Tensor step = Tensor.of(new float[] {0, 0, 1, 1}, 1, 2, 2);

        assertThat(detector.draw(step)).containsExactly(4, 4, 4, 4);
    }

    @Test
    void channels_count_by_their_mean() {
        Tensor opposite = Tensor.of(new float[] {0, 1, 1, 0}, 2, 1, 2);

        assertThat(detector.draw(opposite)).containsExactly(0, 0);
    }
}
