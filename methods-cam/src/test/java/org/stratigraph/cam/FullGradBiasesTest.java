package org.stratigraph.cam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.image.Completeness;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.NetworkBuilder;
import org.stratigraph.core.op.BatchNorm;
import org.stratigraph.core.op.Convolution;
import org.stratigraph.core.op.Flatten;
import org.stratigraph.core.op.Linear;
import org.stratigraph.core.op.Relu;
import org.stratigraph.core.op.Relu6;
import org.stratigraph.core.op.Window;
import org.stratigraph.core.spi.Request;

/** FullGrad's terms on a row of three pixels, by hand. */
class FullGradBiasesTest {
    private static final float FC_BIAS = 0.25f;
    private static final Tensor PIXELS = Tensor.of(new float[] {5, 1, 8}, 1, 1, 1, 3);

    // float32, and the 1e-6 that the authors add to a range before they divide by it
    private static final double ROUNDING = 1e-5;

    /**
     * The batch norm, scale 2, shift 1, mean 3, deviation 2, is x - 2: its implicit bias is -2. After the ReLU (3, 0, 6), which
     * weighs (1, 1, 0.5); gradients below it (1, 0, 0.5). Input terms (5, 0, 4), bias terms (-2, 0, -1).
     */
    @Test
    void a_batch_norm_s_implicit_bias_counts() {
        try (NetworkBuilder builder = new NetworkBuilder(Placement.standard())) {
            builder.add("bn", batchNorm(builder), NetworkBuilder.INPUT);
            builder.add("relu", new Relu(), "bn");
            try (Network network = weighed(builder, "relu")) {
                LayerMaps maps = fullGrad(network, PIXELS);

                assertValues(maps, 1 + 1, 0, 0.8 + 0.5);
                assertComplete(maps, 6 + FC_BIAS);
            }
        }
    }

    /** A convolution that doubles and adds 1 under the same batch norm: 2x - 1; in one step or in two, sums are f(x). */
    @Test
    void folded_into_its_convolution_a_batch_norm_has_the_bias_that_both_have_together() {
        Completeness two = completeness(false);
        Completeness one = completeness(true);

        assertThat(two.delta()).isCloseTo(0, within(ROUNDING));
        assertThat(one.delta()).isCloseTo(0, within(ROUNDING));
        assertThat(one.output()).isEqualTo(9 + 1 + 7.5 + FC_BIAS);
    }

    private static Completeness completeness(boolean folded) {
        try (NetworkBuilder builder = new NetworkBuilder(Placement.standard())) {
            Convolution doubling = new Convolution(
                    builder.weights(Tensor.of(new float[] {2}, 1, 1, 1, 1)),
                    Optional.of(builder.weights(Tensor.of(new float[] {1}, 1))),
                    new Window(1, 1, 0),
                    1,
                    1);
            builder.add("conv", doubling, NetworkBuilder.INPUT);
            builder.add("bn", batchNorm(builder), "conv");
            builder.add("relu", new Relu(), "bn");
            try (Network network = weighed(builder, "relu", folded)) {
                return fullGrad(network, PIXELS).completeness().get(0);
            }
        }
    }

    /** Of (5, 1, 8) the last ends at 6: its gradient is 0 and its bias 6, of which 3 come through. */
    @Test
    void a_relu_that_ends_at_six_adds_six_where_it_does() {
        try (NetworkBuilder builder = new NetworkBuilder(Placement.standard())) {
            builder.add("relu", new Relu6(), NetworkBuilder.INPUT);
            try (Network network = weighed(builder, "relu")) {
                LayerMaps maps = fullGrad(network, PIXELS);

                assertValues(maps, 1, 0.2, 1); // input terms (5, 1, 0), bias terms (0, 0, 3), each stretched to 0 ... 1
                assertComplete(maps, 5 + 1 + 3 + FC_BIAS);
            }
        }
    }

    @Test
    void an_input_of_zeros_has_a_map_of_its_biases_alone() {
        try (NetworkBuilder builder = new NetworkBuilder(Placement.standard())) {
            builder.add("bn", batchNorm(builder), NetworkBuilder.INPUT);
            try (Network network = weighed(builder, "bn")) {
                LayerMaps maps = fullGrad(network, Tensor.of(new float[3], 1, 1, 1, 3));

                assertValues(maps, 1, 1, 0); // (2, 2, 1), stretched
                assertComplete(maps, -5 + FC_BIAS);
            }
        }
    }

    private static BatchNorm batchNorm(NetworkBuilder builder) {
        return new BatchNorm(
                builder.weights(Tensor.of(new float[] {2}, 1)),
                builder.weights(Tensor.of(new float[] {1}, 1)),
                builder.weights(Tensor.of(new float[] {3}, 1)),
                builder.weights(Tensor.of(new float[] {4}, 1)),
                0);
    }

    private static Network weighed(NetworkBuilder builder, String top) {
        return weighed(builder, top, false);
    }

    /** The pixels weigh 1, 1 and 0.5. */
    private static Network weighed(NetworkBuilder builder, String top, boolean folded) {
        builder.add("flatten", new Flatten(), top);
        Linear linear = new Linear(
                builder.weights(Tensor.of(new float[] {1, 1, 0.5f}, 1, 3)),
                builder.weights(Tensor.of(new float[] {FC_BIAS}, 1)));
        builder.add("fc", linear, "flatten");
        return folded ? builder.buildFolded() : builder.build();
    }

    private static LayerMaps fullGrad(Network network, Tensor image) {
        return Parts.method("fullgrad")
                .attribute(network, new Request(image, new int[] {0}, List.of("input")))
                .get(0);
    }

    private static void assertValues(LayerMaps maps, double... expected) {
        float[] values = maps.maps().get(0).values();
        assertThat(values).hasSize(expected.length);
        for (int i = 0; i < values.length; i++) {
            assertThat((double) values[i]).as("pixel %d", i).isCloseTo(expected[i], within(ROUNDING));
        }
    }

    private static void assertComplete(LayerMaps maps, double output) {
        Completeness completeness = maps.completeness().get(0);
        assertThat(completeness.output()).isCloseTo(output, within(ROUNDING));
        assertThat(completeness.sum()).isCloseTo(output, within(ROUNDING));
    }
}
