package org.stratigraph.core.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.stratigraph.core.network.Node;
import org.stratigraph.core.op.BatchNorm;

/** The arrays of a node under torch's names for them. */
final class NodeArrays {
    private NodeArrays() {}

    /** What training changes by gradients: {@code NODE.weight} and {@code NODE.bias}; an op lists them in that order. */
    static Map<String, NDArray> learned(Node node) {
        NDList parameters = node.op().parameters();
        if (parameters.size() > 2) {
            throw new IllegalArgumentException("layer '" + node.name() + "' has " + parameters.size()
                    + " parameters; torch's names for them, weight and bias, are two");
        }
        Map<String, NDArray> named = new LinkedHashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            named.put(node.name() + (i == 0 ? ".weight" : ".bias"), parameters.get(i));
        }
        return named;
    }

    /** What training keeps a running mean of. */
    static Map<String, NDArray> tracked(Node node) {
        Map<String, NDArray> named = new LinkedHashMap<>();
        if (node.op() instanceof BatchNorm norm) {
            named.put(node.name() + ".running_mean", norm.mean());
            named.put(node.name() + ".running_var", norm.variance());
        }
        return named;
    }

    /** All of them. */
    static Map<String, NDArray> all(Node node) {
        Map<String, NDArray> named = learned(node);
        named.putAll(tracked(node));
        return named;
    }
}
