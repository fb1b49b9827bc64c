package org.stratigraph.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Precision;

/** By hand: 12 x 10 positions of 3, 6 and 6 channels, 6 x 5 of 6, 8 and 8, 240 features, 5 logits. */
class FootprintTest {
    private static final int KEPT_AND_PASSING = 2;
    private static final long FROM_POOL = 6 * 30 + 8 * 30 + 8 * 30 + 240 + 5;
    private static final long FROM_INPUT = 3 * 120 + 6 * 120 + 6 * 120 + FROM_POOL;

    @Test
    void a_row_takes_its_layer_and_all_above_twice() {
        try (Network network = Sketch.chain(Placement.standard())) {
            Footprint footprint = network.footprint(3, Sketch.HEIGHT, Sketch.WIDTH);
            assertThat(footprint.bytesFrom("fc")).isEqualTo(5 * Float.BYTES * KEPT_AND_PASSING);
            assertThat(footprint.bytesFrom("pool")).isEqualTo(FROM_POOL * Float.BYTES * KEPT_AND_PASSING);
            assertThat(footprint.bytesFrom("input")).isEqualTo(FROM_INPUT * Float.BYTES * KEPT_AND_PASSING);
        }
    }

    @Test
    void float64_takes_twice_as_much() {
        try (Network network = Sketch.chain(Placement.standard().in(Precision.FLOAT64))) {
            assertThat(network.footprint(3, Sketch.HEIGHT, Sketch.WIDTH).bytesFrom("input"))
                    .isEqualTo(FROM_INPUT * Double.BYTES * KEPT_AND_PASSING);
        }
    }

    @Test
    void an_upper_half_takes_what_the_whole_takes_from_there() {
        try (Network network = Sketch.chain(Placement.standard())) {
            assertThat(network.from("pool").footprint(6, 6, 5).bytesFrom("pool"))
                    .isEqualTo(network.footprint(3, Sketch.HEIGHT, Sketch.WIDTH).bytesFrom("pool"));
        }
    }

    @Test
    void a_shape_is_learnt_once() {
        try (Network network = Sketch.concat(Placement.standard())) {
            Footprint small = network.footprint(3, 8, 8);
            assertThat(network.footprint(3, 8, 8)).isSameAs(small);
            assertThat(network.footprint(3, 16, 16).bytesFrom("input")).isGreaterThan(small.bytesFrom("input"));
        }
    }
}
