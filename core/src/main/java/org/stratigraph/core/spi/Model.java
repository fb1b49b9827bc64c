package org.stratigraph.core.spi;

import org.stratigraph.core.image.Preprocessing;
import org.stratigraph.core.network.Network;

/**
 * A network with what belongs to it: how its input is made, and what its classes are called. Owns the network.
 */
public record Model(Network network, Preprocessing preprocessing, Labels labels) implements AutoCloseable {
    @Override
    public void close() {
        network.close();
    }
}
