package org.stratigraph.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.stratigraph.core.network.Trace;
import org.stratigraph.core.spi.ChannelSum;
import org.stratigraph.core.spi.Request;

/**
 * DeepLIFT of the upper halves above several layers, each with its own baseline at its own layer.
 *
 * <p>The baselines do not go up one by one: they rise together, each joining the batch at its layer, with the image as their
 * common reference. DeepLIFT's rules are the same when image and reference change places, so that one forward pass of the
 * image, one of the rising batch and one sweep serve all layers. Baselines that are the same for all images go up once for
 * many images.
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
        boolean risenOnce = baseline.sameForAll() && layers.size() > 1;
        if (layers.size() <= images && !risenOnce) { // the images make the larger batch
            return layerByLayer();
        }
        layers.forEach(layer -> {
            maps.put(layer, new ArrayList<>());
            outputs.put(layer, new double[images]);
            baselineOutputs.put(layer, new double[images]);
        });
        for (List<String> group : groups(layers)) {
            for (int image = 0; image < images; image++) {
                explain(Tensor.stack(List.of(request.images().slice(image))), image, group);
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
        Footprint footprint = network.footprint(one());
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
        if (lowest.equals(network.input())) {
            explain(network, Feed.of(image), index, group);
            return;
        }
        network.trace(image, Focus.upTo(List.of(lowest)), trace -> {
            explain(Truncation.above(network, lowest), Feed.of(trace.activation(lowest)), index, group);
            return true;
        });
    }

    private void explain(Network upper, Feed image, int index, List<String> group) {
        Focus focus = Focus.on(group, RESCALE);
        Map<String, UnaryOperator<NDArray>> starts = new LinkedHashMap<>();
        group.forEach(layer -> starts.put(layer, there -> baseline.of(there, request)));
        upper.trace(image, focus.unswept(), alone -> {
            Feed rising = Feed.rising(alone, starts);
            if (baseline.sameForAll()) {
                Shared key =
                        new Shared(baseline, group, Arrays.stream(one()).boxed().toList());
                upper.standing(key, bytes(group), rising, focus, rows -> sweep(rows, alone, index, group));
            } else {
                upper.trace(rising, focus, rows -> {
                    sweep(rows, alone, index, group);
                    return true;
                });
            }
            return true;
        });
    }

    /** What the rising baselines depend on if they are the same for all images. */
    private record Shared(Baseline baseline, List<String> group, List<Integer> shape) {}

    private long bytes(List<String> group) {
        return group.stream().mapToLong(network.footprint(one())::bytesFrom).sum();
    }

    /** The shape of one image, (C, H, W). */
    private int[] one() {
        return request.images().slice(0).shape();
    }

    private void sweep(Trace rows, Trace alone, int image, List<String> group) {
        rows.against(alone);
        List<Target> targets =
                Collections.nCopies(group.size(), request.targets().get(image));
        double[] explained = Outputs.of(targets, alone.logits());
        double[] unexplained = Outputs.of(targets, rows.logits());
        rows.sweep(RESCALE, targets, (layer, baselines, multipliers) -> {
            int row = group.indexOf(layer); // the row that started here is the last one
            NDIndex own = new NDIndex(row + ":" + (row + 1));
            try (NDArray multiplier = multipliers.get(own);
                    NDArray start = baselines.get(own);
                    NDArray difference = alone.activation(layer).sub(start);
                    NDArray attribution = difference.muli(multiplier)) {
                maps.get(layer).addAll(ChannelSum.of(layer, attribution).maps());
            }
            outputs.get(layer)[image] = explained[row];
            baselineOutputs.get(layer)[image] = unexplained[row];
        });
    }
}
