package org.stratigraph.core.op;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import org.stratigraph.core.engine.Torch;

/**
 * Batch normalisation with its running statistics: {@code scale * (x - mean) / sqrt(variance + epsilon) + shift} per
 * channel; all four arrays (C).
 */
public record BatchNorm(NDArray scale, NDArray shift, NDArray mean, NDArray variance, double epsilon) implements Op {
    @Override
    public NDArray forward(NDList inputs) {
        return Torch.batchNorm(inputs.singletonOrThrow(), scale, shift, mean, variance, epsilon);
    }

    @Override
    public NDList parameters() {
        return new NDList(scale, shift);
    }

    @Override
    public Op with(NDList parameters) {
        return new BatchNorm(parameters.get(0), parameters.get(1), mean, variance, epsilon);
    }
}
