package org.stratigraph.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.FloatBuffer;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Feed;
import org.stratigraph.core.network.Focus;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.RuleSet;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.spi.Request;

/**
 * The weighted mean of one target's gradient over many inputs, which go through the network in batches.
 *
 * @param layers where the gradient is read
 * @param rows how many inputs make a batch
 */
record AverageGradient(Network network, List<String> layers, int rows) {
    private static final int[] BATCH = {0};

    // More inputs at once are no faster on a CPU (measured: 8 to 48), and take memory that has to be cleared first.
    private static final int MOST_ROWS = 16;

    /** The gradient at a layer of the part above it, in batches that fit into the memory. */
    static AverageGradient at(String layer, Network network, Request request) {
        return new AverageGradient(Truncation.above(network, layer), List.of(layer), rows(layer, network, request));
    }

    /** The gradient at every layer asked for of the whole network, in batches that fit into the memory. */
    static AverageGradient everywhere(Network network, Request request) {
        return new AverageGradient(network, request.layers(), rows(network.input(), network, request));
    }

    private static int rows(String from, Network network, Request request) {
        int[] image = request.images().slice(0).shape();
        int fitting = request.memoryOn(network).rows(network.footprint(image).bytesFrom(from));
        return Math.min(MOST_ROWS, fitting);
    }

    /** By layer, (1, C, h, w), in the scope given. */
    Map<String, NDArray> over(Points points, Target target, NDManager scope) {
        Map<String, NDArray> means = new HashMap<>();
        for (int from = 0; from < points.count(); from += rows) {
            add(means, points, from, Math.min(from + rows, points.count()), target, scope);
        }
        return means;
    }

    private void add(Map<String, NDArray> means, Points points, int from, int to, Target target, NDManager scope) {
        try (NDArray batch = points.batch(from, to)) {
            network.trace(Feed.of(batch), Focus.on(layers), trace -> {
                List<Target> targets = Collections.nCopies(to - from, target);
                trace.sweep(RuleSet.gradient(), targets, (layer, activation, gradient) -> {
                    NDArray weights = weights(points, from, to, gradient);
                    NDArray part = gradient.mul(weights).sum(BATCH, true);
                    NDArray before = means.get(layer);
                    if (before == null) {
                        part.attach(scope);
                        means.put(layer, part);
                    } else {
                        before.addi(part);
                    }
                });
                return true;
            });
        }
    }

    private static NDArray weights(Points points, int from, int to, NDArray gradient) {
        FloatBuffer weights = FloatBuffer.allocate(to - from);
        for (int point = from; point < to; point++) {
            weights.put((float) points.weight(point));
        }
        return Torch.like(gradient, Tensor.wrap(weights.flip(), to - from, 1, 1, 1));
    }
}
