package org.stratigraph.cam;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.image.View;
import org.stratigraph.core.network.Feed;
import org.stratigraph.core.network.Focus;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.network.Trace;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.ChannelSum;
import org.stratigraph.core.spi.Request;

/**
 * Ablation-CAM (Desai and Ramaswamy, 2020): each channel weighs what the output loses without it, (y - y_k) / y. Only the part
 * of the network above the layer runs, with as many channels missing at once as fit into the memory. Immutable, thread-safe.
 */
record AblationCam() implements AttributionMethod {
    @Override
    public void check(Network network, List<String> layers) {
        network.requirePositions(layers);
        layers.forEach(network::from); // says which layers are cuts
    }

    @Override
    public List<LayerMaps> attribute(Network network, Request request) {
        check(network, request.layers());
        return network.trace(request.images(), Focus.forwardOnly(request.layers()), trace -> {
            double[] outputs = Targets.values(request, trace.logits());
            return request.layers().stream()
                    .map(layer -> maps(network, request, layer, trace.activation(layer), outputs))
                    .toList();
        });
    }

    private static LayerMaps maps(
            Network network, Request request, String layer, NDArray activation, double[] outputs) {
        Channels channels = Channels.of(network, request, layer, layer);
        Network upper = network.from(layer);
        NDList weighted = new NDList();
        for (int image = 0; image < outputs.length; image++) {
            int number = image;
            NDArray own = activation.get(new NDIndex(image + ":" + (image + 1)));
            Target target = request.targets().get(image);
            // without a channel that is zero already, nothing is lost: its weight is 0
            double[] weights = channels.scored(own, number, Channels.present(own), chosen -> {
                double output = outputs[number];
                double scale = output == 0 ? 1 : output; // nothing to take shares of: the loss itself
                return Arrays.stream(without(upper, own, chosen, target))
                        .map(left -> (output - left) / scale)
                        .toArray();
            });
            weighted.add(Channels.weighted(own, weights));
        }
        return ChannelSum.of(layer, NDArrays.concat(weighted, 0));
    }

    /** The outputs with one channel set to zero each. */
    private static double[] without(Network upper, NDArray activation, int[] channels, Target target) {
        int all = (int) activation.getShape().get(1);
        FloatBuffer kept = FloatBuffer.allocate(channels.length * all);
        for (int row = 0; row < channels.length; row++) {
            for (int channel = 0; channel < all; channel++) {
                kept.put(channel == channels[row] ? 0 : 1);
            }
        }
        try (NDArray mask = Torch.like(activation, Tensor.wrap(kept.flip(), channels.length, all, 1, 1));
                NDArray rows = activation.mul(mask)) {
            Tensor logits = upper.trace(Feed.of(rows), Focus.forwardOnly(List.of()), Trace::logits);
            double[] outputs = new double[channels.length];
            for (int row = 0; row < outputs.length; row++) {
                outputs[row] = target.value(logits.slice(row).toArray());
            }
            return outputs;
        }
    }

    @Override
    public String probe() {
        return "last-conv";
    }

    @Override
    public View view() {
        return View.POSITIVE;
    }
}
