package org.stratigraph.cam;

import ai.djl.ndarray.NDArray;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.View;
import org.stratigraph.core.network.Focus;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.RuleSet;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.ChannelSum;
import org.stratigraph.core.spi.Request;

/** A CAM made of activation and gradient: one forward pass and one sweep serve all layers. Immutable, thread-safe. */
record GradientCam(Combination combination) implements AttributionMethod {
    @Override
    public List<LayerMaps> attribute(Network network, Request request) {
        check(network, request.layers());
        Map<String, LayerMaps> maps = new HashMap<>();
        return network.trace(request.images(), Focus.on(request.layers()), trace -> {
            trace.sweep(RuleSet.gradient(), request.targets(), (layer, activation, gradient) -> {
                NDArray combined = combination.of(activation, gradient);
                maps.put(layer, ChannelSum.of(layer, combined));
            });
            return request.layers().stream().map(maps::get).toList();
        });
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
