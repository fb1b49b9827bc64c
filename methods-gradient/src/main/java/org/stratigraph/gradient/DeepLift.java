package org.stratigraph.gradient;

import ai.djl.ndarray.NDArray;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.network.Feed;
import org.stratigraph.core.network.Focus;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.RuleSet;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.ChannelSum;
import org.stratigraph.core.spi.Request;

/**
 * DeepLIFT (Shrikumar et al., 2017): multiplier times difference from the baseline; sums to f(x) - f(x'). Immutable,
 * thread-safe.
 */
record DeepLift(Baseline baseline, Semantics semantics) implements AttributionMethod {
    private static final RuleSet RESCALE = DeepLiftRules.rescale();

    @Override
    public void check(Network network, List<String> layers) {
        semantics.check(network, layers, baseline);
    }

    @Override
    public List<LayerMaps> attribute(Network network, Request request) {
        check(network, request.layers());
        return semantics == Semantics.PROPAGATED
                ? propagated(network, request)
                : new TruncatedDeepLift(this, network, request).maps();
    }

    /** One pass of the images, one of the baseline, one sweep. */
    private List<LayerMaps> propagated(Network network, Request request) {
        return network.trace(Feed.of(request.images()), Focus.upTo(List.of(network.input())), outer -> {
            NDArray images = outer.activation(network.input());
            return against(network, images, baseline.of(images, request), request, request.layers());
        });
    }

    /** The maps of layers of a network whose input is compared with a baseline. */
    static List<LayerMaps> against(
            Network network, NDArray input, NDArray baseline, Request request, List<String> layers) {
        Feed feed = Feed.of(input).against(baseline);
        return network.trace(feed, Focus.on(layers, RESCALE), trace -> {
            double[] outputs = Outputs.of(request.targets(), trace.logits());
            double[] baselineOutputs =
                    Outputs.of(request.targets(), trace.reference().logits());
            Map<String, LayerMaps> maps = new HashMap<>();
            trace.sweep(RESCALE, request.targets(), (layer, activation, multiplier) -> {
                try (NDArray difference = activation.sub(trace.reference().activation(layer));
                        NDArray attribution = difference.muli(multiplier)) {
                    maps.put(layer, ChannelSum.of(layer, attribution).accountingFor(outputs, baselineOutputs));
                }
            });
            return layers.stream().map(maps::get).toList();
        });
    }
}
