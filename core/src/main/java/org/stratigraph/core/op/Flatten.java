package org.stratigraph.core.op;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/** (N, C, H, W) to (N, C * H * W), channel by channel. */
public record Flatten() implements Op {
    @Override
    public NDArray forward(NDList inputs) {
        NDArray x = inputs.singletonOrThrow();
        return x.reshape(x.getShape().get(0), -1);
    }

    @Override
    public boolean keepsPositions() {
        return false;
    }
}
