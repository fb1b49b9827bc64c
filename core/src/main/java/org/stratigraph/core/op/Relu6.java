package org.stratigraph.core.op;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import org.stratigraph.core.engine.Torch;

/** min(max(x, 0), 6). The gradient at exactly 6 is 1; torch's {@code ReLU6} says 0. */
public record Relu6() implements Op {
    @Override
    public NDArray forward(NDList inputs) {
        return Torch.relu(inputs.singletonOrThrow()).clip(0, 6);
    }
}
