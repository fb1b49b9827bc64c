package org.stratigraph.core.op;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/** The sum of two inputs of one shape: where a shortcut meets its block. */
public record Add() implements Op {
    @Override
    public NDArray forward(NDList inputs) {
        return inputs.get(0).add(inputs.get(1));
    }
}
