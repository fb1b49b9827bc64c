package org.stratigraph.cam;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stratigraph.core.engine.Interpolation;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.network.Focus;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.ReluRules;
import org.stratigraph.core.network.RuleSet;
import org.stratigraph.core.network.Trace;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.ChannelSum;
import org.stratigraph.core.spi.Request;

/**
 * Guided backpropagation at the input times the positive part of Grad-CAM at the layer (Selvaraju et al., 2017, 3.2): the map
 * is of the input's size. One forward pass and two sweeps serve all layers. Immutable, thread-safe.
 *
 * @param upsampling how Grad-CAM is brought to the input's size
 * @param timesInput whether the map is multiplied by the input too, so that it says what setting pixels to zero would change
 *     (the paper, 4.2)
 */
record GuidedGradCam(Interpolation upsampling, boolean timesInput) implements AttributionMethod {
    private static final RuleSet GUIDED = ReluRules.guidedBackprop();
    private static final int[] CHANNELS = {1};

    @Override
    public List<LayerMaps> attribute(Network network, Request request) {
        check(network, request.layers());
        List<String> read = new ArrayList<>(request.layers());
        read.add(network.input());
        return network.trace(request.images(), Focus.on(read, GUIDED, RuleSet.gradient()), trace -> {
            NDArray guided = guided(network, trace, request);
            Map<String, LayerMaps> maps = new HashMap<>();
            trace.sweep(RuleSet.gradient(), request.targets(), (layer, activation, gradient) -> {
                if (!request.layers().contains(layer)) {
                    return; // the input, read for the other sweep
                }
                NDArray cam = Combination.GRAD_CAM.of(activation, gradient).sum(CHANNELS, true);
                maps.put(
                        layer,
                        ChannelSum.of(
                                layer,
                                resized(cam.maximum(0), guided.getShape()).muli(guided)));
            });
            return request.layers().stream().map(maps::get).toList();
        });
    }

    private NDArray guided(Network network, Trace trace, Request request) {
        List<NDArray> found = new ArrayList<>();
        trace.sweep(GUIDED, request.targets(), (layer, activation, relevance) -> {
            if (layer.equals(network.input())) {
                found.add(trace.keep(timesInput ? relevance.mul(activation) : relevance.duplicate()));
            }
        });
        return found.get(0);
    }

    /** (N, 1, h, w) as (N, 1, H, W), repeated for every channel of the input. */
    private NDArray resized(NDArray cam, Shape input) {
        return upsampling
                .resize(cam, (int) input.get(2), (int) input.get(3))
                .broadcast(input)
                .duplicate();
    }

    @Override
    public String probe() {
        return "last-conv";
    }
}
