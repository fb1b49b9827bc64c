package org.stratigraph.cam;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import java.util.List;
import org.stratigraph.core.engine.Interpolation;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Feed;
import org.stratigraph.core.network.Focus;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.network.Trace;

/**
 * One image (1, C, H, W) under masks that are channels of a layer's activation (1, c, h, w), brought to the image's size and
 * stretched to 0 ... 1.
 */
record Masked(Network network, NDArray image, NDArray activation, Target target) {
    private static final int[] POSITIONS = {1};

    /**
     * The logits under some masks, (channels, K).
     *
     * @param upsampling how the masks are brought to the image's size
     * @param epsilon added to a mask's range; 0 for a mask that has one
     */
    Tensor logits(int[] channels, Interpolation upsampling, double epsilon) {
        int height = (int) image.getShape().get(2);
        int width = (int) image.getShape().get(3);
        try (NDArray chosen = chosen(channels);
                NDArray masks = upsampling.resize(chosen, height, width);
                NDArray stretched = stretched(masks, epsilon);
                NDArray masked = stretched.mul(image)) {
            return network.trace(Feed.of(masked), Focus.forwardOnly(List.of()), Trace::logits);
        }
    }

    /** The logits of an image of zeros: what a mask without contrast leaves. */
    Tensor logitsOfNothing() {
        try (NDArray nothing = image.zerosLike()) {
            return network.trace(Feed.of(nothing), Focus.forwardOnly(List.of()), Trace::logits);
        }
    }

    /** Some channels as a batch, (channels, 1, h, w). */
    private NDArray chosen(int[] channels) {
        NDList planes = new NDList(channels.length);
        for (int channel : channels) {
            planes.add(activation.get(new NDIndex(":, " + channel + ":" + (channel + 1))));
        }
        try {
            return NDArrays.concat(planes, 0);
        } finally {
            planes.close();
        }
    }

    private static NDArray stretched(NDArray masks, double epsilon) {
        long rows = masks.getShape().get(0);
        try (NDArray flat = masks.reshape(rows, -1);
                NDArray lowest = flat.min(POSITIONS).reshape(rows, 1, 1, 1);
                NDArray highest = flat.max(POSITIONS).reshape(rows, 1, 1, 1);
                NDArray range = highest.sub(lowest).addi(epsilon)) {
            return masks.sub(lowest).divi(range);
        }
    }
}
