package org.stratigraph.core.op;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/**
 * The place where a batch enters a network: gives back what it is given.
 *
 * @param keepsPositions whether what enters has rows and columns: images have, the features above a flatten have not
 */
public record Input(boolean keepsPositions) implements Op {
    @Override
    public NDArray forward(NDList inputs) {
        return inputs.singletonOrThrow();
    }
}
