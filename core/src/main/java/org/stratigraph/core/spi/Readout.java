package org.stratigraph.core.spi;

import ai.djl.ndarray.NDArray;
import org.stratigraph.core.image.LayerMaps;

/** What of a layer's relevance becomes its attribution. */
public enum Readout {
    /** The relevance itself. */
    RELEVANCE {
        @Override
        LayerMaps maps(String layer, NDArray activation, NDArray relevance) {
            return ChannelSum.of(layer, relevance);
        }
    },
    /** The size of the relevance, whatever its sign, as in saliency. */
    ABSOLUTE_RELEVANCE {
        @Override
        LayerMaps maps(String layer, NDArray activation, NDArray relevance) {
            try (NDArray size = relevance.abs()) {
                return ChannelSum.of(layer, size);
            }
        }
    },
    /** The relevance times what it multiplies in the forward pass, as in input-x-gradient. */
    ACTIVATION_TIMES_RELEVANCE {
        @Override
        LayerMaps maps(String layer, NDArray activation, NDArray relevance) {
            try (NDArray product = activation.mul(relevance)) {
                return ChannelSum.of(layer, product);
            }
        }
    };

    /** From (N, C, H, W) twice. */
    abstract LayerMaps maps(String layer, NDArray activation, NDArray relevance);
}
