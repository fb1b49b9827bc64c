package org.stratigraph.cam;

import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.Node;
import org.stratigraph.core.op.AdaptiveAveragePool;
import org.stratigraph.core.op.Flatten;

/** Whether a network takes images of any size: whatever it flattens has been pooled to a size of its own. */
final class AnySize {
    private AnySize() {}

    /** @throws IllegalArgumentException if it does not; the message says where */
    static void require(Network network) {
        for (Node node : network.nodes()) {
            if (node.op() instanceof Flatten && !pooled(network, node)) {
                throw new IllegalArgumentException("this network takes one size of image alone, because '" + node.name()
                        + "' flattens what has not been pooled to a fixed size; factors=1 will do");
            }
        }
    }

    /** Follows single inputs down to a pool that fixes the size. */
    private static boolean pooled(Network network, Node node) {
        Node below = node;
        while (below.inputs().size() == 1) {
            below = network.node(below.inputs().get(0));
            if (below.op() instanceof AdaptiveAveragePool) {
                return true;
            }
        }
        return false;
    }
}
