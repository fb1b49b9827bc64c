package org.stratigraph.core.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/** What one node saw and gave in a forward pass. Its arrays are alive during the sweep and must not be changed. */
public interface Call {
    Node node();

    /** The inputs' activations. */
    NDList inputs();

    /** The activation. */
    NDArray output();

    /** The vector-Jacobian product: a gradient per input, given one at the output. To be asked for once a sweep. */
    NDList vjp(NDArray cotangent);

    /**
     * The same node in the pass of the reference, for rules that compare the two. Its arrays have this call's batch or one
     * row for all; its {@link #vjp} takes any batch.
     *
     * @throws IllegalStateException if this pass has no reference
     */
    Call reference();

    /** Copies of what training would change, weight before bias; empty for most ops. The rule's to change. */
    NDList parameters();

    /**
     * What the node would give for other inputs and weights: a step of its own.
     *
     * @param inputs as many as the node has
     * @param parameters as many as {@link #parameters}
     */
    Call with(NDList inputs, NDList parameters);
}
