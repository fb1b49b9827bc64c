package org.stratigraph.core.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.HashMap;
import java.util.Map;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.Tensor;

/** libtorch's own derivative of a network, on one tape from a layer to the logits: what a sweep must give. */
final class WholeGraph {
    private WholeGraph() {}

    /** The derivative of the target logits by one layer's output. */
    static float[] gradient(Network network, Tensor images, int[] targets, String layer) {
        try (NDManager manager = Torch.open(network.placement())) {
            NDArray batch = Torch.create(manager, images, network.placement());
            NDList leaf = new NDList();
            NDArray logits = Torch.recording(true, () -> forward(network, manager, batch, layer, leaf));
            NDArray seed = logits.zerosLike();
            for (int image = 0; image < targets.length; image++) {
                seed.set(new NDIndex(image, targets[image]), 1);
            }
            return Torch.toFloats(
                    Torch.vectorJacobian(logits, seed, leaf, false, manager).get(0));
        }
    }

    private static NDArray forward(Network network, NDManager manager, NDArray batch, String layer, NDList leaf) {
        Map<String, NDArray> values = new HashMap<>();
        NDArray last = batch;
        for (Node node : network.nodes()) {
            NDList inputs = new NDList();
            node.inputs().forEach(input -> inputs.add(values.get(input)));
            last = node.inputs().isEmpty() ? batch : node.op().forward(inputs);
            if (node.name().equals(layer)) {
                last = Torch.detach(last, manager);
                Torch.collectGradient(last);
                leaf.add(last);
            }
            values.put(node.name(), last);
        }
        return last;
    }
}
