package org.stratigraph.core.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/** A node's call beside the same node's call in the pass of the reference. */
record ComparedCall(Call own, Call reference) implements Call {
    @Override
    public Node node() {
        return own.node();
    }

    @Override
    public NDList inputs() {
        return own.inputs();
    }

    @Override
    public NDArray output() {
        return own.output();
    }

    @Override
    public NDList vjp(NDArray cotangent) {
        return own.vjp(cotangent);
    }

    @Override
    public NDList parameters() {
        return own.parameters();
    }

    @Override
    public Call with(NDList inputs, NDList parameters) {
        return own.with(inputs, parameters);
    }
}
