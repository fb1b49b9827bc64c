package org.stratigraph.cam;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.nio.FloatBuffer;
import java.util.List;
import org.stratigraph.core.engine.Interpolation;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.spi.ChannelSum;

/**
 * A layer's activation and gradient at one input size, both (N, C, h, w).
 *
 * @param counts which images count at this size
 */
record Scale(NDArray activation, NDArray gradient, boolean[] counts) {
    // Channels are independent, so they are upsampled a few at a time.
    private static final int CHANNELS_AT_ONCE = 64;
    private static final int[] CHANNELS = {1};

    /** Copies that outlive the pass. */
    static Scale kept(NDArray activation, NDArray gradient, boolean[] counts, NDManager scope) {
        NDArray a = activation.duplicate();
        NDArray g = gradient.duplicate();
        a.attach(scope);
        g.attach(scope);
        return new Scale(a, g, counts);
    }

    /** The product of the two means over sizes, upsampled to one size, summed over channels. */
    static LayerMaps product(String layer, List<Scale> scales, int height, int width) {
        int channels = (int) scales.get(0).activation.getShape().get(1);
        NDList sums = new NDList();
        for (int from = 0; from < channels; from += CHANNELS_AT_ONCE) {
            NDIndex some = new NDIndex(":, " + from + ":" + Math.min(from + CHANNELS_AT_ONCE, channels));
            NDList activations = new NDList();
            NDList gradients = new NDList();
            for (Scale scale : scales) {
                NDArray weight = scale.weight(scales);
                activations.add(
                        resized(scale.activation.get(some), height, width).muli(weight));
                gradients.add(resized(scale.gradient.get(some), height, width).muli(weight));
            }
            try (NDArray activation = sum(activations);
                    NDArray gradient = sum(gradients)) {
                sums.add(activation.muli(gradient).sum(CHANNELS, true));
            }
            activations.close();
            gradients.close();
        }
        return ChannelSum.of(layer, NDArrays.concat(sums, 1));
    }

    private static NDArray resized(NDArray array, int height, int width) {
        try (NDArray small = array) {
            return Interpolation.BILINEAR.resize(small, height, width);
        }
    }

    private static NDArray sum(NDList parts) {
        NDArray sum = parts.get(0).duplicate();
        parts.subList(1, parts.size()).forEach(sum::addi);
        return sum;
    }

    /** What this size counts in each image's mean, (N, 1, 1, 1). */
    private NDArray weight(List<Scale> scales) {
        FloatBuffer weights = FloatBuffer.allocate(counts.length);
        for (int image = 0; image < counts.length; image++) {
            int number = image;
            long counting =
                    scales.stream().filter(scale -> scale.counts[number]).count();
            weights.put(counts[image] ? 1f / counting : 0);
        }
        return Torch.like(activation, Tensor.wrap(weights.flip(), counts.length, 1, 1, 1));
    }
}
