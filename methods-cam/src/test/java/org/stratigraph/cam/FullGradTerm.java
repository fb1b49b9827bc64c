package org.stratigraph.cam;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.Bilinear;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Focus;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.RuleSet;
import org.stratigraph.core.spi.Request;

/**
 * One of FullGrad's terms, on the heap.
 *
 * @param factor a node's bias, or the input
 * @param product factor times gradient, (N, C, h, w) or (N, F)
 * @param map what FullGrad shows of it, (N, 1, h, w); a linear layer's bias has no positions and no map
 */
record FullGradTerm(Tensor factor, Tensor product, Optional<Tensor> map) {
    private static final int MAPPED = 4;
    private static final int[] CHANNELS = {1};

    /** The input's, and then those of all biases from below. */
    static List<FullGradTerm> all(Network network, Request request) {
        List<String> read = new ArrayList<>(request.layers());
        read.addAll(Biases.above(network, request.layers()));
        List<FullGradTerm> terms = new ArrayList<>();
        network.trace(request.images(), Focus.on(read), trace -> {
            trace.sweep(RuleSet.gradient(), request.targets(), (node, output, gradient) -> {
                NDArray factor = node.equals(network.input())
                        ? output
                        : Biases.of(network.node(node).op(), output).orElseThrow();
                terms.add(of(factor, gradient.mul(factor)));
            });
            return true;
        });
        Collections.reverse(terms); // a sweep goes down
        return terms;
    }

    private static FullGradTerm of(NDArray factor, NDArray product) {
        Optional<Tensor> map = product.getShape().dimension() == MAPPED
                ? Optional.of(Torch.toHeap(FullGradTerms.stretched(product).sum(CHANNELS, true)))
                : Optional.empty();
        return new FullGradTerm(Torch.toHeap(factor), Torch.toHeap(product), map);
    }

    double sum(int image) {
        double sum = 0;
        for (float value : product.slice(image).toArray()) {
            sum += value;
        }
        return sum;
    }

    double peak(int image) {
        double peak = 0;
        for (float value : product.slice(image).toArray()) {
            peak = Math.max(peak, Math.abs(value));
        }
        return peak;
    }

    /** pytorch-grad-cam's map of a term: sizes, each channel stretched by itself, upsampled with half-pixel centres, and summed. */
    float[] popular(int image, int height, int width) {
        Tensor channels = product.slice(image);
        float[] map = new float[height * width];
        for (int channel = 0; channel < channels.dimension(0); channel++) {
            float[] sizes = channels.slice(channel).toArray();
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = Math.abs(sizes[i]);
            }
            float[] upsampled = Bilinear.resize(
                    Finish.stretched(sizes), channels.dimension(1), channels.dimension(2), height, width);
            for (int i = 0; i < map.length; i++) {
                map[i] += upsampled[i];
            }
        }
        return map;
    }
}
