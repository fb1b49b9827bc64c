package org.stratigraph.gradient;

import java.util.List;
import org.stratigraph.core.network.RuleSet;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.Named;
import org.stratigraph.core.spi.Plugin;
import org.stratigraph.core.spi.Readout;
import org.stratigraph.core.spi.SweepMethod;

/** The gradient family. */
public final class GradientPlugin implements Plugin {
    @Override
    public List<Named<RuleSet>> rules() {
        return List.of(
                Named.of(
                        "gradient",
                        "derivative of the class's logit by the layer (Simonyan et al., 2013)",
                        RuleSet.gradient()),
                Named.of(
                        "deconvnet",
                        "gradient with negative parts dropped at ReLUs, forward signs ignored (Zeiler and Fergus, 2014)",
                        ReluRules.deconvnet()),
                Named.of(
                        "guided-backprop",
                        "gradient with negative parts dropped at ReLUs (Springenberg et al., 2014)",
                        ReluRules.guidedBackprop()));
    }

    @Override
    public List<Named<AttributionMethod>> methods() {
        return List.of(
                Named.of(
                        "saliency",
                        "absolute value of the gradient, summed over channels (Simonyan et al., 2013)",
                        new SweepMethod(RuleSet.gradient(), Readout.ABSOLUTE_RELEVANCE)),
                Named.of(
                        "input-x-gradient",
                        "the layer's activation times its gradient",
                        new SweepMethod(RuleSet.gradient(), Readout.ACTIVATION_TIMES_RELEVANCE)),
                Named.of(
                        "input-x-guided-backprop",
                        "the layer's activation times its guided backpropagation",
                        new SweepMethod(ReluRules.guidedBackprop(), Readout.ACTIVATION_TIMES_RELEVANCE)));
    }
}
