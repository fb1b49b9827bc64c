package org.stratigraph.cam;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.View;
import org.stratigraph.core.network.Focus;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.RuleSet;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.Request;

/**
 * FullGrad (Srinivas and Fleuret, 2019): input times gradient, and every bias times the gradient where it is added, as the
 * authors' code shows them: sizes, each stretched to 0 ... 1 over an image, upsampled with aligned corners, and summed. At a
 * layer other than the input it is that of the network above. Signed terms sum to f(x). One forward pass and one sweep serve
 * all layers. Immutable, thread-safe.
 */
record FullGrad() implements AttributionMethod {
    @Override
    public void check(Network network, List<String> layers) {
        network.requirePositions(layers);
        layers.forEach(network::from); // says which layers are cuts
    }

    @Override
    public List<LayerMaps> attribute(Network network, Request request) {
        check(network, request.layers());
        List<String> read = new ArrayList<>(request.layers());
        read.addAll(Biases.above(network, request.layers()));
        return network.trace(request.images(), Focus.on(read), trace -> {
            double[] outputs = Targets.values(request, trace.logits());
            FullGradTerms above = new FullGradTerms(network, trace, outputs);
            Map<String, LayerMaps> maps = new HashMap<>();
            trace.sweep(RuleSet.gradient(), request.targets(), (layer, activation, gradient) -> {
                if (request.layers().contains(layer)) {
                    maps.put(layer, above.maps(layer, activation, gradient)); // its own bias is below the cut
                }
                above.add(layer, activation, gradient);
            });
            return request.layers().stream().map(maps::get).toList();
        });
    }

    @Override
    public String probe() {
        return "input";
    }

    @Override
    public View view() {
        return View.POSITIVE;
    }
}
