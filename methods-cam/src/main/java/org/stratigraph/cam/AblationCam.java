package org.stratigraph.cam;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import java.util.List;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.View;
import org.stratigraph.core.network.Focus;
import org.stratigraph.core.network.Network;
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
            NDArray own = activation.get(new NDIndex(image + ":" + (image + 1)));
            Ablated ablated = new Ablated(upper, own, request.targets().get(image), outputs[image]);
            weighted.add(Channels.weighted(own, ablated.weights(channels, image)));
        }
        return ChannelSum.of(layer, NDArrays.concat(weighted, 0));
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
