package org.stratigraph.benchmarks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.Node;

/**
 * The yardstick: the same nodes on one autograd tape, one forward pass and one backward pass from the logits to the input,
 * intermediate handles dropped as soon as nobody reads them, as C++ code would.
 */
final class RawLibtorch {
    private RawLibtorch() {}

    /** Forward and backward; gives the gradient of the input for a cotangent of ones. */
    static NDArray gradient(Network network, NDManager pass, NDArray input) {
        NDArray leaf = Torch.detach(input, pass);
        Torch.collectGradient(leaf);
        NDArray logits = Torch.recording(true, () -> forward(network.nodes(), leaf));
        return Torch.vectorJacobian(logits, logits.onesLike(), new NDList(leaf), false, pass)
                .get(0);
    }

    /** Forward only, nothing recorded. */
    static NDArray logits(Network network, NDArray input) {
        return Torch.recording(false, () -> forward(network.nodes(), input));
    }

    private static NDArray forward(List<Node> nodes, NDArray input) {
        Map<String, Integer> readers = new HashMap<>();
        nodes.forEach(node -> node.inputs().forEach(name -> readers.merge(name, 1, Integer::sum)));
        Map<String, NDArray> values = new HashMap<>();
        values.put(nodes.get(0).name(), input);
        NDArray last = input;
        for (Node node : nodes.subList(1, nodes.size())) {
            NDList inputs = new NDList();
            node.inputs().forEach(name -> inputs.add(values.get(name)));
            last = node.op().forward(inputs);
            values.put(node.name(), last);
            for (String name : node.inputs()) {
                NDArray spent = values.get(name);
                if (readers.merge(name, -1, Integer::sum) == 0 && spent != input && spent != last) {
                    spent.close();
                }
            }
        }
        return last;
    }
}
