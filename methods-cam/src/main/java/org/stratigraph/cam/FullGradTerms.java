package org.stratigraph.cam;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.stratigraph.core.engine.Interpolation;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.Completeness;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.Trace;
import org.stratigraph.core.spi.ChannelSum;

/** The terms of FullGrad met so far on the way down: their maps, and their signed sums. */
final class FullGradTerms {
    private static final double EPSILON = 1e-6; // the authors'
    private static final int[] NOT_IMAGES = {1};
    private static final int[] CHANNELS = {1};
    private static final int MAPPED = 4;

    private final Network network;
    private final Trace trace;
    private final double[] outputs;
    private final double[] sums;
    private final List<NDArray> maps = new ArrayList<>();

    FullGradTerms(Network network, Trace trace, double[] outputs) {
        this.network = network;
        this.trace = trace;
        this.outputs = outputs;
        this.sums = new double[outputs.length];
    }

    /** Takes in a node's bias times the gradient at its output, if it has one. */
    void add(String node, NDArray output, NDArray gradient) {
        Optional<NDArray> bias = Biases.of(network.node(node).op(), output);
        if (bias.isEmpty()) {
            return;
        }
        try (NDArray term = gradient.mul(bias.get())) {
            double[] own = sums(term);
            for (int image = 0; image < sums.length; image++) {
                sums[image] += own[image];
            }
            if (term.getShape().dimension() == MAPPED) {
                maps.add(trace.keep(stretched(term).sum(CHANNELS, true)));
            }
        }
    }

    /** The maps of a layer, whose own term is activation times gradient. */
    LayerMaps maps(String layer, NDArray activation, NDArray gradient) {
        int height = (int) activation.getShape().get(2);
        int width = (int) activation.getShape().get(3);
        try (NDArray term = activation.mul(gradient)) {
            NDArray sum = stretched(term).sum(CHANNELS, true);
            for (NDArray map : maps) {
                sum.addi(Interpolation.BILINEAR_CORNERS.resize(map, height, width));
            }
            double[] own = sums(term);
            LayerMaps made = ChannelSum.of(layer, sum);
            List<Completeness> completeness = IntStream.range(0, own.length)
                    .mapToObj(image -> new Completeness(own[image] + sums[image], outputs[image], 0))
                    .toList();
            return new LayerMaps(layer, made.maps(), completeness, Optional.empty());
        }
    }

    /** Sizes from 0 to 1 over all channels and positions of an image. */
    static NDArray stretched(NDArray term) {
        long images = term.getShape().get(0);
        NDArray size = term.abs();
        NDArray lowest = size.reshape(images, -1).min(NOT_IMAGES).reshape(images, 1, 1, 1);
        NDArray moved = size.subi(lowest);
        NDArray highest = moved.reshape(images, -1).max(NOT_IMAGES).reshape(images, 1, 1, 1);
        return moved.divi(highest.addi(EPSILON));
    }

    private static double[] sums(NDArray term) {
        float[] sums = Torch.toFloats(term.reshape(term.getShape().get(0), -1).sum(NOT_IMAGES));
        return IntStream.range(0, sums.length).mapToDouble(i -> sums[i]).toArray();
    }
}
