package org.stratigraph.core.op;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import org.stratigraph.core.engine.Torch;

/** The mean of each channel, (N, C, H, W) to (N, C). */
public record GlobalAveragePool() implements Op {
    private static final Shape ONE = new Shape(1, 1);

    @Override
    public NDArray forward(NDList inputs) {
        NDArray x = inputs.singletonOrThrow();
        return Torch.adaptiveAveragePool(x, ONE)
                .reshape(x.getShape().get(0), x.getShape().get(1));
    }

    @Override
    public boolean keepsPositions() {
        return false;
    }
}
