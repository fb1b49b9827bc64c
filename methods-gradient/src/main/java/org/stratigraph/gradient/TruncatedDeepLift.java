package org.stratigraph.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Feed;
import org.stratigraph.core.network.Focus;
import org.stratigraph.core.network.Footprint;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.RuleSet;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.spi.ChannelSum;
import org.stratigraph.core.spi.Request;

/**
 * DeepLIFT of the upper halves above several layers, each with its own baseline at its own layer.
 *
 * <p>The baselines do not go up one by one: they rise together, each joining the batch at its layer, with the image as their
 * common reference. DeepLIFT's rules are the same when image and reference change places, so that one forward pass of the
 * image, one of the rising batch and one sweep serve all layers.
 */
final class TruncatedDeepLift {
    private static final RuleSet RESCALE = DeepLiftRules.rescale();

    private final Baseline baseline;
    private final Network network;
    private final Request request;
    private final Map<String, List<LayerMap>> maps = new HashMap<>();
    private final Map<String, double[]> outputs = new HashMap<>();
    private final Map<String, double[]> baselineOutputs = new HashMap<>();

    TruncatedDeepLift(DeepLift method, Network network, Request request) {
        this.baseline = method.baseline();
        this.network = network;
        this.request = request;
    }

    List<LayerMaps> maps() {
        List<String> layers = Truncation.upward(network, request.layers());
        int images = request.images().dimension(0);
        if (layers.size() <= images) { // fewer layers than images: the images make the larger batch
            return layerByLayer();
        }
        layers.forEach(layer -> {
            maps.put(layer, new ArrayList<>());
            outputs.put(layer, new double[images]);
            baselineOutputs.put(layer, new double[images]);
        });
        List<List<String>> groups = groups(layers);
        for (int image = 0; image < images; image++) {
            Tensor alone = Tensor.stack(List.of(request.images().slice(image)));
            for (List<String> group : groups) {
                explain(alone, image, group);
            }
        }
        return request.layers().stream()
                .map(layer -> new LayerMaps(layer, maps.get(layer))
                        .accountingFor(outputs.get(layer), baselineOutputs.get(layer)))
                .toList();
    }

    private List<LayerMaps> layerByLayer() {
        return network.trace(
                request.images(),
                Focus.upTo(request.layers()),
                trace -> request.layers().stream()
                        .map(layer -> {
                            NDArray activation = trace.activation(layer);
                            NDArray start = baseline.of(activation, request);
                            Network upper = Truncation.above(network, layer);
                            return DeepLift.against(upper, activation, start, request, List.of(layer))
                                    .get(0);
                        })
                        .toList());
    }

    /** Neighbouring layers whose rows fit into the memory together. */
    private List<List<String>> groups(List<String> layers) {
        int[] one = request.images().slice(0).shape();
        Footprint footprint = network.footprint(one);
        long budget = request.memoryOn(network).bytes();
        List<List<String>> groups = new ArrayList<>();
        long taken = Long.MAX_VALUE;
        for (String layer : layers) {
            long row = footprint.bytesFrom(layer);
            if (taken > budget - row) { // also where a single row exceeds it
                groups.add(new ArrayList<>());
                taken = row; // the image itself
            }
            groups.get(groups.size() - 1).add(layer);
            taken += row;
        }
        return groups;
    }

    private void explain(Tensor image, int index, List<String> group) {
        String lowest = group.get(0);
        Map<String, UnaryOperator<NDArray>> starts = new LinkedHashMap<>();
        group.forEach(layer -> starts.put(layer, there -> baseline.of(there, request)));
        if (lowest.equals(network.input())) {
            rise(network, Feed.rising(image, starts), index, group);
            return;
        }
        network.trace(image, Focus.upTo(List.of(lowest)), trace -> {
            Feed feed = Feed.rising(trace.activation(lowest), starts);
            rise(Truncation.above(network, lowest), feed, index, group);
            return true;
        });
    }

    private void rise(Network upper, Feed feed, int image, List<String> group) {
        upper.trace(feed, Focus.on(group, RESCALE), trace -> {
            List<Target> targets =
                    Collections.nCopies(group.size(), request.targets().get(image));
            double[] explained = Outputs.of(targets, trace.reference().logits());
            double[] unexplained = Outputs.of(targets, trace.logits());
            trace.sweep(RESCALE, targets, (layer, rows, multipliers) -> {
                int row = group.indexOf(layer); // the row that started here is the last one
                NDIndex own = new NDIndex(row + ":" + (row + 1));
                try (NDArray multiplier = multipliers.get(own);
                        NDArray start = rows.get(own);
                        NDArray difference = trace.reference().activation(layer).sub(start);
                        NDArray attribution = difference.muli(multiplier)) {
                    maps.get(layer).addAll(ChannelSum.of(layer, attribution).maps());
                }
                outputs.get(layer)[image] = explained[row];
                baselineOutputs.get(layer)[image] = unexplained[row];
            });
            return true;
        });
    }
}
