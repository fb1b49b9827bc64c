package org.stratigraph.core.op;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/** Shares over the channels. Never a network's last node: attributions explain logits. */
public record Softmax() implements Op {
    private static final int CHANNELS = 1;

    @Override
    public NDArray forward(NDList inputs) {
        return inputs.singletonOrThrow().softmax(CHANNELS);
    }
}
