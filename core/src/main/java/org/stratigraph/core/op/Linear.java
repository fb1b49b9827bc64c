package org.stratigraph.core.op;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import org.stratigraph.core.engine.Torch;

/**
 * A fully connected layer, (N, inputs) to (N, outputs).
 *
 * @param weight (outputs, inputs)
 * @param bias (outputs)
 */
public record Linear(NDArray weight, NDArray bias) implements Op {
    @Override
    public NDArray forward(NDList inputs) {
        return Torch.linear(inputs.singletonOrThrow(), weight, bias);
    }

    @Override
    public NDList parameters() {
        return new NDList(weight, bias);
    }

    @Override
    public Op with(NDList parameters) {
        return new Linear(parameters.get(0), parameters.get(1));
    }

    @Override
    public boolean keepsPositions() {
        return false;
    }
}
