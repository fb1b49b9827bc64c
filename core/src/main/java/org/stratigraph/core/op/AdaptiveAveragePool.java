package org.stratigraph.core.op;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import org.stratigraph.core.engine.Torch;

/** Means over a grid of height x width cells, whatever the size of the input. */
public record AdaptiveAveragePool(int height, int width) implements Op {
    @Override
    public NDArray forward(NDList inputs) {
        return Torch.adaptiveAveragePool(inputs.singletonOrThrow(), new Shape(height, width));
    }

    @Override
    public String kind() {
        return "adaptive-average-pool " + height + " x " + width;
    }
}
