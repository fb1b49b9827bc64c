package org.stratigraph.core.spi;

import ai.djl.ndarray.NDArray;

/** What of a layer's relevance becomes its attribution. */
public enum Readout {
    /** The relevance itself. */
    RELEVANCE {
        @Override
        NDArray read(NDArray activation, NDArray relevance) {
            return relevance;
        }
    },
    /** The relevance times what it multiplies in the forward pass, as in input-x-gradient. */
    ACTIVATION_TIMES_RELEVANCE {
        @Override
        NDArray read(NDArray activation, NDArray relevance) {
            return activation.mul(relevance);
        }
    };

    /** (N, C, H, W) twice, to (N, C, H, W). */
    abstract NDArray read(NDArray activation, NDArray relevance);
}
