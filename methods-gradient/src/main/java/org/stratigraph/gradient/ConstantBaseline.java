package org.stratigraph.gradient;

import ai.djl.ndarray.NDArray;
import org.stratigraph.core.spi.Request;

/** One number everywhere: in the units of the activation, at the input those of the normalised image. */
record ConstantBaseline(float value) implements Baseline {
    @Override
    public NDArray of(NDArray activation, Request request) {
        return Baselines.constant(activation, value);
    }

    @Override
    public boolean sameForAll() {
        return true;
    }
}
