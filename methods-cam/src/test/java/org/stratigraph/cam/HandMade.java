package org.stratigraph.cam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.NetworkBuilder;
import org.stratigraph.core.op.GlobalAveragePool;
import org.stratigraph.core.op.Linear;
import org.stratigraph.core.op.Relu;
import org.stratigraph.core.spi.Request;

/** A network that can be followed in one's head: {@code relu}, the mean of each channel, and one logit that weighs them. */
final class HandMade {
    private static final double ROUNDING = 1e-6;

    private HandMade() {}

    /** One class, whose weights are these; its bias is 0. To be closed. */
    static Network weighing(float... weights) {
        try (NetworkBuilder builder = new NetworkBuilder(Placement.standard())) {
            builder.add("relu", new Relu(), NetworkBuilder.INPUT);
            builder.add("mean", new GlobalAveragePool(), "relu");
            Linear linear = new Linear(
                    builder.weights(Tensor.of(weights, 1, weights.length)),
                    builder.weights(Tensor.of(new float[1], 1)));
            builder.add("fc", linear, "mean");
            return builder.build();
        }
    }

    /** One image of channels of 2 x 2. */
    static Tensor image(float[]... channels) {
        return Tensor.stack(List.of(Tensor.stack(List.of(channels).stream()
                .map(channel -> Tensor.of(channel, 2, 2))
                .toList())));
    }

    /** The only class, at layer {@code relu}. */
    static Request request(Tensor images) {
        return new Request(images, new int[images.dimension(0)], List.of("relu"));
    }

    static LayerMaps maps(String method, Network network, Tensor images) {
        return Parts.method(method).attribute(network, request(images)).get(0);
    }

    /** Equal but for float32's rounding of numbers of about 1. */
    static void assertClose(float[] got, double... expected) {
        assertThat(got).hasSize(expected.length);
        for (int i = 0; i < got.length; i++) {
            assertThat((double) got[i])
                    .as("number %d", i)
                    .isCloseTo(expected[i], within(ROUNDING * Math.max(1, Math.abs(expected[i]))));
        }
    }
}
