package org.stratigraph.core.spi;

import java.util.List;
import org.stratigraph.core.network.Network;

/** A way to choose layers of any network. Stateless. */
@FunctionalInterface
public interface LayerProbe {
    /**
     * The layers chosen, from the input upward, each with positions.
     *
     * @throws java.util.NoSuchElementException if it names a layer that the network does not have
     * @throws IllegalArgumentException if the network has no layer of the kind
     */
    List<String> layers(Network network);
}
