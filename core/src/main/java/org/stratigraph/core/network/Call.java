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
}
