package org.stratigraph.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.network.Call;
import org.stratigraph.core.network.RuleSet;
import org.stratigraph.core.network.Start;
import org.stratigraph.core.op.MaxPool;
import org.stratigraph.core.op.Relu;
import org.stratigraph.core.op.Relu6;

/**
 * DeepLIFT's rescale rule (Shrikumar et al., 2017): what flows down are multipliers, so that multiplier times difference from
 * the reference sums to the same at every layer. Linear steps hand multipliers down as gradients. Image and reference may
 * change places: every rule gives the same then.
 */
final class DeepLiftRules {
    private DeepLiftRules() {}

    static RuleSet rescale() {
        return RuleSet.gradient()
                .from(Start.MULTIPLIER)
                .with(Relu.class, DeepLiftRules::pointwise)
                .with(Relu6.class, DeepLiftRules::pointwise)
                .with(MaxPool.class, DeepLiftRules::maxPool);
    }

    /** (out - out') / (in - in'), or the gradient where the two inputs are equal. */
    private static NDList pointwise(Call call, NDArray multiplier) {
        NDArray in = difference(call.inputs(), call.reference().inputs());
        NDArray out = call.output().sub(call.reference().output());
        // Both are differences of the same rounded numbers, so the slope is in 0 ... 1 however small they are: the
        // threshold of 1e-6 that others need is not needed here.
        NDArray share = out.divi(in).muli(multiplier);
        if (!Float.isNaN(Torch.toFloats(share.sum())[0])) { // the cheapest look for 0 / 0
            return new NDList(share);
        }
        return new NDList(NDArrays.where(in.eq(0), call.vjp(multiplier).singletonOrThrow(), share));
    }

    /**
     * The difference of the pooled outputs, handed to the place of the image's maximum as far as the image's is the larger,
     * and to that of the reference's as far as the reference's is; overlapping windows add up. A place whose two inputs are
     * equal has moved nothing, and gets nothing.
     */
    private static NDList maxPool(Call call, NDArray multiplier) {
        Call reference = call.reference();
        NDArray top = call.output().maximum(reference.output());
        NDArray moved = call.vjp(top.sub(reference.output()).muli(multiplier)).singletonOrThrow();
        moved.addi(reference.vjp(call.output().sub(top).muli(multiplier)).singletonOrThrow());
        NDArray in = difference(call.inputs(), reference.inputs());
        return new NDList(moved.divi(in.addi(Float.MIN_NORMAL))); // 0 / 0 becomes 0, all else stays as it is
    }

    private static NDArray difference(NDList inputs, NDList references) {
        return inputs.singletonOrThrow().sub(references.singletonOrThrow());
    }
}
