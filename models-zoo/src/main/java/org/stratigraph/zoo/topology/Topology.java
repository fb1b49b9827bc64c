package org.stratigraph.zoo.topology;

import org.stratigraph.core.network.NetworkBuilder;

/** A network's wiring, from {@link NetworkBuilder#INPUT} to the logits. Stateless. */
@FunctionalInterface
public interface Topology {
    /** Adds all nodes, the logits last. */
    void draw(Blueprint blueprint);
}
