package com.example.rectified;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.List;
import org.stratigraph.core.network.Call;
import org.stratigraph.core.network.RuleSet;
import org.stratigraph.core.op.Relu;
import org.stratigraph.core.spi.Named;
import org.stratigraph.core.spi.Plugin;

/**
 * A method that is one rule: at a ReLU, relevance goes on only where it agrees with the activation, after "Why are Saliency
 * Maps Noisy?" (Kim et al., 2019), with the threshold at zero.
 */
public final class RectifiedGradientPlugin implements Plugin {
    @Override
    public List<Named<RuleSet>> rules() {
        return List.of(Named.of(
                "rectified-gradient",
                "gradient that passes a ReLU only where activation * gradient is positive (Kim et al., 2019)",
                RuleSet.gradient().with(Relu.class, RectifiedGradientPlugin::whereBothAgree)));
    }

    private static NDList whereBothAgree(Call call, NDArray relevance) {
        NDArray agrees = call.output().mul(relevance).gt(0).toType(relevance.getDataType(), false);
        return call.vjp(relevance.mul(agrees));
    }
}
