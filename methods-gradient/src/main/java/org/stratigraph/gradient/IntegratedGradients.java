package org.stratigraph.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Feed;
import org.stratigraph.core.network.Focus;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.Trace;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.ChannelSum;
import org.stratigraph.core.spi.Request;

/**
 * Integrated gradients (Sundararajan et al., 2017): (A - A') times the mean gradient on the straight way from A' to A; sums to
 * f(A) - f(A'), as far as the steps resolve the way. Immutable, thread-safe.
 */
record IntegratedGradients(Quadrature rule, Baseline baseline, Semantics semantics) implements AttributionMethod {
    @Override
    public void check(Network network, List<String> layers) {
        semantics.check(network, layers, baseline);
        Truncation.upward(network, layers); // the path itself lies at the layer, wherever it starts
    }

    @Override
    public List<LayerMaps> attribute(Network network, Request request) {
        check(network, request.layers());
        return semantics == Semantics.TRUNCATED ? truncated(network, request) : propagated(network, request);
    }

    /** Each layer's path starts at the baseline of its own activation. */
    private List<LayerMaps> truncated(Network network, Request request) {
        return network.trace(
                request.images(),
                Focus.forwardOnly(request.layers()),
                trace -> request.layers().stream()
                        .map(layer -> truncated(network, request, layer, trace))
                        .toList());
    }

    private LayerMaps truncated(Network network, Request request, String layer, Trace trace) {
        try (NDArray start = baseline.of(trace.activation(layer), request)) {
            Tensor startLogits =
                    Truncation.above(network, layer).trace(Feed.of(start), Focus.forwardOnly(List.of()), Trace::logits);
            return maps(network, request, layer, trace, start, startLogits);
        }
    }

    /** Each layer's path starts at its activation on the baseline image. */
    private List<LayerMaps> propagated(Network network, Request request) {
        return network.trace(request.images(), Focus.upTo(List.of(network.input())), outer -> {
            NDArray images = outer.activation(network.input());
            Feed feed = Feed.of(images).against(baseline.of(images, request));
            return network.trace(
                    feed,
                    Focus.forwardOnly(request.layers()),
                    trace -> request.layers().stream()
                            .map(layer -> {
                                Trace reference = trace.reference();
                                return maps(
                                        network,
                                        request,
                                        layer,
                                        trace,
                                        reference.activation(layer),
                                        reference.logits());
                            })
                            .toList());
        });
    }

    private LayerMaps maps(
            Network network, Request request, String layer, Trace trace, NDArray start, Tensor startLogits) {
        AverageGradient gradient = AverageGradient.at(layer, network, request);
        NDArray activation = trace.activation(layer);
        try (NDManager scope = activation.getManager().newSubManager()) {
            NDArray difference = activation.sub(start);
            difference.attach(scope);
            NDList attributions = new NDList();
            for (int image = 0; image < request.targets().size(); image++) {
                NDArray own = Rows.of(difference, image);
                StraightPath path = new StraightPath(Rows.of(start, image), own, rule);
                NDArray mean =
                        gradient.over(path, request.targets().get(image), scope).get(layer);
                attributions.add(own.mul(mean));
                request.progress().passes(layer, image + 1, request.targets().size());
            }
            return ChannelSum.of(layer, NDArrays.concat(attributions, 0))
                    .accountingFor(
                            Outputs.of(request.targets(), trace.logits()), Outputs.of(request.targets(), startLogits));
        }
    }
}
