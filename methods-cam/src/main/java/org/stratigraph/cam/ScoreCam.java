package org.stratigraph.cam;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import java.util.ArrayList;
import java.util.List;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.View;
import org.stratigraph.core.network.Focus;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.ChannelSum;
import org.stratigraph.core.spi.Request;

/**
 * Score-CAM (Wang et al., 2020): each channel of the layer, stretched to 0 ... 1, masks the input, and weighs what the network
 * says of the masked input. A forward pass of the whole network per channel. Immutable, thread-safe.
 */
record ScoreCam(MaskScoring scoring) implements AttributionMethod {
    @Override
    public List<LayerMaps> attribute(Network network, Request request) {
        check(network, request.layers());
        List<String> read = new ArrayList<>(request.layers());
        read.add(network.input());
        return network.trace(request.images(), Focus.forwardOnly(read), trace -> {
            Targets.check(request, trace.logits());
            NDArray images = trace.activation(network.input());
            return request.layers().stream()
                    .map(layer -> maps(network, request, layer, images, trace.activation(layer)))
                    .toList();
        });
    }

    private LayerMaps maps(Network network, Request request, String layer, NDArray images, NDArray activation) {
        Channels channels = Channels.of(network, request, layer, network.input());
        NDList combined = new NDList();
        for (int image = 0; image < request.targets().size(); image++) {
            NDArray own = row(activation, image);
            Masked masked = new Masked(
                    network, row(images, image), own, request.targets().get(image));
            combined.add(scoring.map(masked, scoring.scores(masked, channels, image)));
        }
        return ChannelSum.of(layer, NDArrays.concat(combined, 0));
    }

    private static NDArray row(NDArray batch, int image) {
        return batch.get(new NDIndex(image + ":" + (image + 1)));
    }

    @Override
    public String probe() {
        return "last-conv";
    }

    @Override
    public View view() {
        return View.UNIT;
    }
}
