package org.stratigraph.core.op;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import org.stratigraph.core.engine.Torch;

/**
 * The largest value of each window; of equal ones, the first in row-major order gets the gradient.
 *
 * @param ceil whether a last, incomplete window counts
 */
public record MaxPool(Window window, boolean ceil) implements Op {
    @Override
    public NDArray forward(NDList inputs) {
        return Torch.maxPool(
                inputs.singletonOrThrow(), window.kernelShape(), window.strideShape(), window.paddingShape(), ceil);
    }

    @Override
    public String kind() {
        return "max-pool " + window;
    }
}
