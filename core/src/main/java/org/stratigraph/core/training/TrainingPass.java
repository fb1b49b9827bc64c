package org.stratigraph.core.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.Node;
import org.stratigraph.core.op.BatchNorm;
import org.stratigraph.core.op.Dropout;

/**
 * A forward pass as training makes it: all nodes on one tape, batch norms by the batch's statistics, dropout dropping.
 */
final class TrainingPass {
    private static final double MOMENTUM = 0.1; // torch's default

    private TrainingPass() {}

    /** The logits of a batch, (N, C, H, W) to (N, K); nodes that are frozen work as after training. */
    static NDArray logits(Network network, NDArray batch, Predicate<Node> frozen) {
        Map<String, NDArray> outputs = new HashMap<>();
        outputs.put(network.input(), batch);
        for (Node node : network.nodes().subList(1, network.nodes().size())) {
            NDList inputs = new NDList();
            node.inputs().forEach(input -> inputs.add(outputs.get(input)));
            outputs.put(node.name(), frozen.test(node) ? node.op().forward(inputs) : train(node, inputs));
        }
        return outputs.get(network.output());
    }

    private static NDArray train(Node node, NDList inputs) {
        if (node.op() instanceof BatchNorm norm) {
            return Torch.batchNormTraining(
                    inputs.singletonOrThrow(),
                    norm.scale(),
                    norm.shift(),
                    norm.mean(),
                    norm.variance(),
                    MOMENTUM,
                    norm.epsilon());
        }
        if (node.op() instanceof Dropout dropout) {
            return Torch.dropout(inputs.singletonOrThrow(), dropout.rate());
        }
        return node.op().forward(inputs);
    }
}
