package org.stratigraph.core.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/**
 * How relevance goes back through one node. The plain gradient is {@code Call::vjp}; guided backpropagation at a ReLU is
 * {@code (call, relevance) -> call.vjp(relevance.maximum(0))}. Stateless, thread-safe.
 */
@FunctionalInterface
public interface BackpropRule {
    /**
     * Hands the relevance of the output to the inputs.
     *
     * @param call what the node saw and gave in the forward pass
     * @param relevance of the output, same shape as the output; must not be changed in place
     * @return one array per input, each of its input's shape
     */
    NDList apply(Call call, NDArray relevance);
}
