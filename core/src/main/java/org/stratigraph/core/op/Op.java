package org.stratigraph.core.op;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.Locale;

/**
 * What one node computes. Immutable; the native arrays in it belong to the network that it is a part of.
 *
 * <p>An op is differentiable by libtorch: its vector-Jacobian product is recorded, never written by hand.
 */
public interface Op {
    /**
     * Computes the output.
     *
     * @param inputs the outputs of the node's inputs, each (N, C, H, W) or (N, F)
     */
    NDArray forward(NDList inputs);

    /** What training would change, in a fixed order: weight, then bias; empty for most ops. */
    default NDList parameters() {
        return new NDList();
    }

    /**
     * The same op with other parameters.
     *
     * @param parameters as many as {@link #parameters} gives, in its order
     */
    default Op with(NDList parameters) {
        if (!parameters.isEmpty()) {
            throw new IllegalArgumentException("a " + kind() + " has no parameters to be replaced");
        }
        return this;
    }

    /** Whether an output of this op still has rows and columns when its input has. */
    default boolean keepsPositions() {
        return true;
    }

    /** The kind in a user's words, for listings. */
    default String kind() {
        return getClass()
                .getSimpleName()
                .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
    }
}
