package org.stratigraph.core.op;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/** The place where a batch enters a network: gives back what it is given. */
public record Input() implements Op {
    @Override
    public NDArray forward(NDList inputs) {
        return inputs.singletonOrThrow();
    }
}
