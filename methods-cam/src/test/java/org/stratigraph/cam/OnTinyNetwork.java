package org.stratigraph.cam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.Bilinear;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Focus;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.RuleSet;
import org.stratigraph.core.spi.Request;
import org.stratigraph.testkit.TinyNetwork;

/** The family on two images for a tiny network, and its parts for slow loops on the heap. */
final class OnTinyNetwork {
    static final Tensor IMAGES = TinyNetwork.images(2);
    static final int[] TARGETS = {2, 4};
    static final int PIXELS = TinyNetwork.HEIGHT * TinyNetwork.WIDTH;

    private OnTinyNetwork() {}

    static Request request(String layer) {
        return new Request(IMAGES, TARGETS, List.of(layer));
    }

    static LayerMaps maps(Network network, String spec, String layer) {
        return Parts.method(spec).attribute(network, request(layer)).get(0);
    }

    static Tensor activation(Network network, String layer) {
        return network.trace(IMAGES, Focus.forwardOnly(List.of(layer)), trace -> trace.onHeap(layer));
    }

    static Tensor gradient(Network network, String layer) {
        List<Tensor> found = new ArrayList<>();
        network.trace(IMAGES, Focus.on(List.of(layer)), trace -> {
            trace.sweep(RuleSet.gradient(), TARGETS, (name, activation, gradient) -> found.add(Torch.toHeap(gradient)));
            return true;
        });
        return found.get(0);
    }

    static float[] upsampled(Tensor plane) {
        return Bilinear.resize(
                plane.toArray(), plane.dimension(0), plane.dimension(1), TinyNetwork.HEIGHT, TinyNetwork.WIDTH);
    }

    /** 1e-5 of the peak: float32 sums in another order. */
    static void assertClose(float[] got, float[] expected) {
        assertThat(got).hasSameSizeAs(expected);
        double peak = 0;
        for (float value : expected) {
            peak = Math.max(peak, Math.abs(value));
        }
        for (int i = 0; i < got.length; i++) {
            assertThat((double) got[i]).as("number %d", i).isCloseTo(expected[i], within(1e-5 * peak));
        }
    }
}
