package org.stratigraph.core.op;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;

/** The channels of all inputs, one behind the other. */
public record Concat() implements Op {
    private static final int CHANNELS = 1;

    @Override
    public NDArray forward(NDList inputs) {
        return NDArrays.concat(inputs, CHANNELS);
    }
}
