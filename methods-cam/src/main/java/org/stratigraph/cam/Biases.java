package org.stratigraph.cam;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Optional;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.Node;
import org.stratigraph.core.op.BatchNorm;
import org.stratigraph.core.op.Convolution;
import org.stratigraph.core.op.Linear;
import org.stratigraph.core.op.Op;
import org.stratigraph.core.op.Relu6;

/** What a network's nodes add whatever the input is: b in f(z) = f'(z) z + b. */
final class Biases {
    private static final int SIX = 6;
    private static final int MAPPED = 4;

    private Biases() {}

    /** The nodes above the lowest of some layers that add a bias, from there upward. */
    static List<String> above(Network network, List<String> layers) {
        return network.nodes().stream()
                .dropWhile(node -> !layers.contains(node.name()))
                .skip(1)
                .filter(node -> adds(node.op()))
                .map(Node::name)
                .toList();
    }

    private static boolean adds(Op op) {
        return op instanceof BatchNorm
                || op instanceof Relu6
                || op instanceof Linear
                || op instanceof Convolution convolution && convolution.bias().isPresent();
    }

    /**
     * A node's bias.
     *
     * @param output (N, C, h, w) or (N, F)
     * @return (1, C, 1, 1), (1, F), or of the output's shape; empty for a node without
     */
    static Optional<NDArray> of(Op op, NDArray output) {
        if (op instanceof Relu6) {
            return Optional.of(
                    output.gte(SIX).toType(output.getDataType(), false).muli(SIX)); // where it is saturated
        }
        boolean mapped = output.getShape().dimension() == MAPPED;
        return perChannel(op, output.getManager())
                .map(bias -> mapped ? bias.reshape(1, bias.size(), 1, 1) : bias.reshape(1, bias.size()));
    }

    private static Optional<NDArray> perChannel(Op op, NDManager scope) {
        if (op instanceof BatchNorm norm) {
            return Optional.of(implicit(norm, scope));
        }
        if (op instanceof Linear linear) {
            return Optional.of(Torch.copy(linear.bias(), scope));
        }
        return op instanceof Convolution convolution
                ? convolution.bias().map(bias -> Torch.copy(bias, scope))
                : Optional.empty();
    }

    /** shift - scale * mean / sqrt(variance + epsilon). */
    private static NDArray implicit(BatchNorm norm, NDManager scope) {
        NDArray deviation =
                Torch.copy(norm.variance(), scope).addi(norm.epsilon()).sqrt();
        NDArray scale = Torch.copy(norm.scale(), scope).divi(deviation);
        return Torch.copy(norm.shift(), scope).subi(scale.muli(Torch.copy(norm.mean(), scope)));
    }
}
