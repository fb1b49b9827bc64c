package org.stratigraph.core.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stratigraph.core.op.BatchNorm;
import org.stratigraph.core.op.Convolution;

/**
 * Replaces a convolution and the batch norm that alone reads it by one convolution: {@code w * s} and
 * {@code (b - mean) * s + shift} with {@code s = scale / sqrt(variance + epsilon)}, computed in float64.
 */
final class BatchNormFolding {
    private BatchNormFolding() {}

    static List<Node> fold(List<Node> nodes, NDManager weights) {
        Map<String, Node> foldable = onlyReadByBatchNorm(nodes);
        Set<String> gone = new HashSet<>();
        List<Node> folded = new ArrayList<>();
        for (Node node : nodes) {
            if (node.op() instanceof BatchNorm norm
                    && foldable.containsKey(node.inputs().get(0))) {
                Node below = foldable.get(node.inputs().get(0));
                gone.add(below.name());
                folded.add(new Node(node.name(), fold((Convolution) below.op(), norm, weights), below.inputs()));
            } else {
                folded.add(node);
            }
        }
        folded.removeIf(node -> gone.contains(node.name()));
        freeReplaced(nodes, folded);
        return folded;
    }

    /** Frees what only replaced nodes held, so that a folded network does not carry its filters twice. */
    private static void freeReplaced(List<Node> before, List<Node> after) {
        Set<NDArray> held = Collections.newSetFromMap(new IdentityHashMap<>());
        after.forEach(node -> held.addAll(node.op().parameters()));
        before.stream()
                .flatMap(node -> node.op().parameters().stream())
                .filter(array -> !held.contains(array))
                .forEach(NDArray::close);
    }

    private static Map<String, Node> onlyReadByBatchNorm(List<Node> nodes) {
        Map<String, Integer> readers = new HashMap<>();
        nodes.forEach(node -> node.inputs().forEach(input -> readers.merge(input, 1, Integer::sum)));
        Map<String, Node> foldable = new HashMap<>();
        for (Node node : nodes) {
            if (node.op() instanceof Convolution && readers.getOrDefault(node.name(), 0) == 1) {
                foldable.put(node.name(), node);
            }
        }
        return foldable;
    }

    private static Convolution fold(Convolution convolution, BatchNorm norm, NDManager weights) {
        try (NDManager scratch = weights.newSubManager()) {
            DataType type = convolution.weight().getDataType();
            NDArray scale = wide(norm.scale(), scratch)
                    .div(wide(norm.variance(), scratch).add(norm.epsilon()).sqrt());
            NDArray weight = wide(convolution.weight(), scratch).mul(scale.reshape(-1, 1, 1, 1));
            NDArray centred = convolution
                    .bias()
                    .map(bias -> wide(bias, scratch).sub(wide(norm.mean(), scratch)))
                    .orElseGet(() -> wide(norm.mean(), scratch).neg());
            NDArray bias = centred.mul(scale).add(wide(norm.shift(), scratch));
            return new Convolution(
                    kept(weight, type, weights),
                    Optional.of(kept(bias, type, weights)),
                    convolution.window(),
                    convolution.dilation(),
                    convolution.groups());
        }
    }

    private static NDArray wide(NDArray array, NDManager scratch) {
        NDArray wide = array.toType(DataType.FLOAT64, true);
        wide.attach(scratch);
        return wide;
    }

    private static NDArray kept(NDArray array, DataType type, NDManager weights) {
        NDArray narrow = array.toType(type, false);
        narrow.attach(weights);
        return narrow;
    }
}
