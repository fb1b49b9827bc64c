package org.stratigraph.cam;

import ai.djl.ndarray.NDArray;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Feed;
import org.stratigraph.core.network.Focus;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.network.Trace;

/**
 * One image's activation of a layer (1, C, h, w) with channels set to zero, and what is left of the output then.
 *
 * @param upper the network above the layer
 * @param output what the network says with all channels, y
 */
record Ablated(Network upper, NDArray activation, Target target, double output) {
    /**
     * The share of the output that goes with each channel, (y - y_k) / y. Without a channel that is zero already nothing goes.
     *
     * @param image its number, for the progress
     */
    double[] weights(Channels channels, int image) {
        double scale = output == 0 ? 1 : output; // nothing to take shares of: the loss itself
        return channels.scored(
                activation,
                image,
                Channels.present(activation),
                chosen -> Arrays.stream(without(chosen))
                        .map(left -> (output - left) / scale)
                        .toArray());
    }

    /** The outputs with one channel set to zero each. */
    private double[] without(int[] channels) {
        int all = (int) activation.getShape().get(1);
        FloatBuffer kept = FloatBuffer.allocate(channels.length * all);
        for (int row = 0; row < channels.length; row++) {
            for (int channel = 0; channel < all; channel++) {
                kept.put(channel == channels[row] ? 0 : 1);
            }
        }
        try (NDArray mask = Torch.like(activation, Tensor.wrap(kept.flip(), channels.length, all, 1, 1));
                NDArray rows = activation.mul(mask)) {
            Tensor logits = upper.trace(Feed.of(rows), Focus.forwardOnly(List.of()), Trace::logits);
            double[] outputs = new double[channels.length];
            for (int row = 0; row < outputs.length; row++) {
                outputs[row] = target.value(logits.slice(row).toArray());
            }
            return outputs;
        }
    }
}
