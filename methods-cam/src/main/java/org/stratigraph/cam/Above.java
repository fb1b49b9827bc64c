package org.stratigraph.cam;

import org.stratigraph.core.network.Network;

/** The part of a network above a layer, which owns no weights; the whole network for its input. */
final class Above {
    private Above() {}

    /**
     * The upper half.
     *
     * @throws IllegalArgumentException if some path goes around the layer; the message says which layers can be cut at
     */
    static Network of(Network network, String layer) {
        return layer.equals(network.input()) ? network : network.from(layer);
    }
}
