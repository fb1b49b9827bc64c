package org.stratigraph.core.op;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/**
 * Dropout of a network that is no longer trained: the identity.
 *
 * @param rate what training would drop, 0 ... 1
 */
public record Dropout(double rate) implements Op {
    @Override
    public NDArray forward(NDList inputs) {
        return inputs.singletonOrThrow();
    }
}
