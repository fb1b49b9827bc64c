package org.stratigraph.core.spi;

import ai.djl.ndarray.NDArray;

/** What of a layer's relevance becomes its attribution, R_l = the sum of r_l over channels (the paper, section 5). */
public enum Readout {
    /** The relevance itself. */
    RELEVANCE {
        @Override
        NDArray map(NDArray activation, NDArray relevance) {
            return relevance.sum(CHANNELS);
        }
    },
    /** The size of the relevance, whatever its sign, as in saliency. */
    ABSOLUTE_RELEVANCE {
        @Override
        NDArray map(NDArray activation, NDArray relevance) {
            try (NDArray size = relevance.abs()) {
                return size.sum(CHANNELS);
            }
        }
    },
    /** The relevance times what it multiplies in the forward pass, as in input-x-gradient. */
    ACTIVATION_TIMES_RELEVANCE {
        @Override
        NDArray map(NDArray activation, NDArray relevance) {
            try (NDArray product = activation.mul(relevance)) {
                return product.sum(CHANNELS);
            }
        }
    };

    private static final int[] CHANNELS = {1};

    /** (N, C, H, W) twice, to (N, H, W). */
    abstract NDArray map(NDArray activation, NDArray relevance);
}
