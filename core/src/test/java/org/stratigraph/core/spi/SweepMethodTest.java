package org.stratigraph.core.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.NetworkBuilder;
import org.stratigraph.core.network.RuleSet;
import org.stratigraph.core.op.Convolution;
import org.stratigraph.core.op.Flatten;
import org.stratigraph.core.op.Linear;
import org.stratigraph.core.op.Relu;
import org.stratigraph.core.op.Window;

/**
 * A network small enough for the back of an envelope. Images have two colours r and g and two pixels; {@code mix} gives
 * a = r - g and b = 2 g; after a ReLU, logit 0 is the sum of a, and logit 1 is b at the second pixel.
 */
class SweepMethodTest {
    private static final SweepMethod GRADIENT = new SweepMethod(RuleSet.gradient(), Readout.RELEVANCE);
    private static final SweepMethod INPUT_X_GRADIENT =
            new SweepMethod(RuleSet.gradient(), Readout.ACTIVATION_TIMES_RELEVANCE);

    // Image 0: r = (3, 1), g = (1, 2): a = (2, -1), b = (2, 4). Image 1: r = (5, 6), g = (4, 4): a = (1, 2), b = (8,
    // 8).
    private static final Tensor IMAGES = Tensor.of(new float[] {3, 1, 1, 2, 5, 6, 4, 4}, 2, 2, 1, 2);
    private static Network network;

    @BeforeAll
    static void open() {
        try (NetworkBuilder builder = new NetworkBuilder(Placement.standard())) {
            NDArray mix = builder.weights(Tensor.of(new float[] {1, -1, 0, 2}, 2, 2, 1, 1));
            NDArray sums = builder.weights(Tensor.of(new float[] {1, 1, 0, 0, 0, 0, 0, 1}, 2, 4));
            NDArray zeros = builder.weights(Tensor.of(new float[2], 2));
            builder.add("mix", new Convolution(mix, Optional.empty(), new Window(1, 1, 0), 1, 1), "input");
            builder.add("relu", new Relu(), "mix");
            builder.add("flatten", new Flatten(), "relu");
            builder.add("fc", new Linear(sums, zeros), "flatten");
            network = builder.build();
        }
    }

    @AfterAll
    static void close() {
        network.close();
    }

    @Test
    void a_map_is_the_relevance_summed_over_channels() {
        List<LayerMaps> maps = GRADIENT.attribute(network, request(0, 1, "relu", "input"));
        check(maps.get(0), "relu", new float[] {1, 1}, new float[] {0, 1});
        // logit 0 falls with g as it rises with r where a > 0; logit 1 rises with g twice as fast
        check(maps.get(1), "input", new float[] {0, 0}, new float[] {0, 2});
    }

    @Test
    void the_activation_multiplies_channel_by_channel_before_the_sum() {
        List<LayerMaps> maps = INPUT_X_GRADIENT.attribute(network, request(0, 1, "input", "relu", "mix"));
        check(maps.get(0), "input", new float[] {2, 0}, new float[] {0, 8}); // r - g where a > 0; 2 g
        check(maps.get(1), "relu", new float[] {2, 0}, new float[] {0, 8});
        check(maps.get(2), "mix", new float[] {2, 0}, new float[] {0, 8});
    }

    @Test
    void a_layer_asked_for_twice_is_given_twice() {
        assertThat(GRADIENT.attribute(network, request(0, 0, "relu", "input", "relu")))
                .extracting(LayerMaps::layer)
                .containsExactly("relu", "input", "relu");
    }

    @Test
    void a_layer_without_positions_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GRADIENT.attribute(network, request(0, 0, "fc")))
                .withMessageContaining("'fc' has no rows and columns");
    }

    private static Request request(int first, int second, String... layers) {
        return new Request(IMAGES, new int[] {first, second}, List.of(layers));
    }

    private static void check(LayerMaps maps, String layer, float[]... expected) {
        assertThat(maps.layer()).isEqualTo(layer);
        assertThat(maps.maps()).hasSize(expected.length);
        for (int image = 0; image < expected.length; image++) {
            assertThat(maps.maps().get(image).height()).isEqualTo(1);
            assertThat(maps.maps().get(image).values()).containsExactly(expected[image]);
        }
    }
}
