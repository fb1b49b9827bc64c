package org.stratigraph.gradient;

import java.util.List;
import org.stratigraph.core.network.Network;

/** The paper's truncation (3.2): the part above a layer as a model of its own. */
final class Truncation {
    private Truncation() {}

    /**
     * The upper half above a layer, which owns no weights; above the input it is the whole network.
     *
     * @throws IllegalArgumentException if some path goes around the layer; the message says what to do
     */
    static Network above(Network network, String layer) {
        try {
            return network.from(layer);
        } catch (IllegalArgumentException goneAround) {
            throw new IllegalArgumentException(
                    goneAround.getMessage()
                            + ". Probe 'cuts' or 'all' chooses such layers; for deeplift and smoothgrad, "
                            + "semantics=propagated serves every layer",
                    goneAround);
        }
    }

    /**
     * The layers from the input upward.
     *
     * @throws IllegalArgumentException if the network cannot be truncated at one of them
     */
    static List<String> upward(Network network, List<String> layers) {
        layers.forEach(layer -> above(network, layer));
        return network.layersWithPositions().stream().filter(layers::contains).toList();
    }
}
