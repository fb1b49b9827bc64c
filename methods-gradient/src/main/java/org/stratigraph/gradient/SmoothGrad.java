package org.stratigraph.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Focus;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.Trace;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.ChannelSum;
import org.stratigraph.core.spi.Request;

/**
 * SmoothGrad (Smilkov et al., 2017): the mean gradient under noise; or that times the clean activation. Immutable,
 * thread-safe.
 *
 * @param timesInput whether the mean is multiplied by the clean activation
 * @param keepNoise whether the result carries the noise
 */
record SmoothGrad(Noise noise, int samples, boolean timesInput, Semantics semantics, boolean keepNoise)
        implements AttributionMethod {
    @Override
    public void check(Network network, List<String> layers) {
        network.requirePositions(layers);
        if (semantics == Semantics.TRUNCATED) {
            Truncation.upward(network, layers);
        }
    }

    @Override
    public List<LayerMaps> attribute(Network network, Request request) {
        check(network, request.layers());
        List<String> read = new ArrayList<>(request.layers());
        read.add(network.input());
        return network.trace(request.images(), Focus.upTo(read), trace -> {
            Map<String, NDList> means = semantics == Semantics.TRUNCATED
                    ? truncated(network, request, trace)
                    : propagated(network, request, trace);
            Map<String, LayerMaps> maps = new HashMap<>();
            means.forEach((layer, mean) -> maps.put(layer, maps(network, layer, trace, mean)));
            return request.layers().stream().map(maps::get).toList();
        });
    }

    /** The noise enters at each layer by itself. */
    private Map<String, NDList> truncated(Network network, Request request, Trace trace) {
        Map<String, NDList> means = new LinkedHashMap<>();
        for (String layer : new LinkedHashSet<>(request.layers())) {
            AverageGradient gradient = AverageGradient.at(layer, network, request);
            means.put(layer, average(gradient, layer, request, trace).get(layer));
        }
        return means;
    }

    /** The noise enters at the input, and one pass serves all layers. */
    private Map<String, NDList> propagated(Network network, Request request, Trace trace) {
        return average(AverageGradient.everywhere(network, request), network.input(), request, trace);
    }

    /** By layer, the mean gradient of every image, (1, C, h, w) each. */
    private Map<String, NDList> average(AverageGradient gradient, String entry, Request request, Trace trace) {
        NDArray activation = trace.activation(entry);
        NDManager scope = activation.getManager();
        Map<String, NDList> means = new LinkedHashMap<>();
        for (int image = 0; image < request.targets().size(); image++) {
            NoisyPoints points = new NoisyPoints(Rows.of(activation, image), entry, noise, samples);
            gradient.over(points, request.targets().get(image), scope)
                    .forEach((layer, mean) ->
                            means.computeIfAbsent(layer, any -> new NDList()).add(mean));
            request.progress().passes(entry, image + 1, request.targets().size());
        }
        return means;
    }

    private LayerMaps maps(Network network, String layer, Trace trace, NDList means) {
        String entry = semantics == Semantics.TRUNCATED ? layer : network.input();
        LayerMaps maps;
        try (NDArray mean = NDArrays.concat(means, 0)) {
            maps = ChannelSum.of(layer, timesInput ? mean.muli(trace.activation(layer)) : mean);
        }
        means.close();
        return keepNoise ? maps.keeping(kept(entry, trace)) : maps;
    }

    private Tensor kept(String entry, Trace trace) {
        long[] shape = trace.activation(entry).getShape().getShape();
        return noise.samples(entry, 0, samples, (int) shape[1], (int) shape[2], (int) shape[3]);
    }
}
