package org.stratigraph.core.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Network;

/** The weights of a network on the heap, under the names that torch gives them. */
public final class StateDict {
    private StateDict() {}

    /**
     * Copies all weights and running statistics: {@code NODE.weight}, {@code NODE.bias}, {@code NODE.running_mean},
     * {@code NODE.running_var}, in the network's order. A network that keeps its batch norms gives what torchvision would.
     */
    public static Map<String, Tensor> of(Network network) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        network.nodes()
                .forEach(node -> NodeArrays.all(node).forEach((name, array) -> tensors.put(name, Torch.toHeap(array))));
        return tensors;
    }
}
