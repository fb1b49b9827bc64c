package org.stratigraph.core.op;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
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
        NDArray x = inputs.singletonOrThrow();
        if (countPadding || window.padding() == 0) {
            return mean(x);
        }
        Shape plane = new Shape(1, 1, x.getShape().get(2), x.getShape().get(3));
        try (NDArray ones = x.getManager().ones(plane, x.getDataType());
                NDArray covered = mean(ones); // the share of each window that is no padding
                NDArray withPadding = mean(x)) {
            return withPadding.div(covered);
        }
    }

    private NDArray mean(NDArray x) {
        return Torch.averagePool(x, window.kernelShape(), window.strideShape(), window.paddingShape(), ceil);
    }

    @Override
    public String kind() {
        return "average-pool " + window;
    }
}
