package org.stratigraph.core.op;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import org.stratigraph.core.engine.Torch;

/**
 * The mean of each window.
 *
 * @param ceil whether a last, incomplete window counts
 * @param countPadding whether the zeros of the padding count in the mean (torch's default: yes)
 */
public record AveragePool(Window window, boolean ceil, boolean countPadding) implements Op {
    @Override
    public NDArray forward(NDList inputs) {
        return Torch.averagePool(
                inputs.singletonOrThrow(),
                window.kernelShape(),
                window.strideShape(),
                window.paddingShape(),
                ceil,
                countPadding);
    }

    @Override
    public String kind() {
        return "average-pool " + window;
    }
}
