package org.stratigraph.core.op;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import org.stratigraph.core.engine.Torch;

/** max(x, 0). */
public record Relu() implements Op {
    @Override
    public NDArray forward(NDList inputs) {
        return Torch.relu(inputs.singletonOrThrow());
    }
}
