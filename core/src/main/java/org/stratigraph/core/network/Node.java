package org.stratigraph.core.network;

import java.util.List;
import org.stratigraph.core.op.Op;

/**
 * One step of a network. Immutable.
 *
 * @param name unique in its network; for torchvision's topologies the module's name, which is the layer's name
 * @param op what it computes
 * @param inputs names of earlier nodes, in the order in which the op takes them
 */
public record Node(String name, Op op, List<String> inputs) {
    public Node {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a node needs a name");
        }
        inputs = List.copyOf(inputs);
    }
}
