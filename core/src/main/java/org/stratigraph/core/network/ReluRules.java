package org.stratigraph.core.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import org.stratigraph.core.op.Relu;
import org.stratigraph.core.op.Relu6;

/** The two rule sets that differ from the gradient at ReLUs alone. */
public final class ReluRules {
    private ReluRules() {}

    /** {@code g * (g > 0)}: the deconvolutional network (Zeiler and Fergus, 2014). */
    public static RuleSet deconvnet() {
        return atRelus((call, relevance) -> new NDList(positive(relevance)));
    }

    /** {@code g * (g > 0) * (x > 0)}: guided backpropagation (Springenberg et al., 2014). */
    public static RuleSet guidedBackprop() {
        return atRelus((Call call, NDArray relevance) -> call.vjp(positive(relevance)));
    }

    private static NDArray positive(NDArray relevance) {
        return Activation.relu(relevance);
    }

    private static RuleSet atRelus(BackpropRule rule) {
        return RuleSet.gradient().with(Relu.class, rule).with(Relu6.class, rule);
    }
}
