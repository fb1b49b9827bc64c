package org.stratigraph.gradient;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.ReluRules;
import org.stratigraph.core.network.RuleSet;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.Settings;
import org.stratigraph.testkit.AttributionMethodContract;
import org.stratigraph.testkit.BackpropRuleContract;
import org.stratigraph.testkit.NativeMemoryContract;

/** The methods of this module keep the contracts of the testkit. */
class GradientContractsTest {
    @Nested
    class Gradient extends Everywhere {
        @Override
        protected AttributionMethod method() {
            return Parts.method("gradient");
        }
    }

    @Nested
    class InputXGradient extends Everywhere {
        @Override
        protected AttributionMethod method() {
            return Parts.method("input-x-gradient");
        }
    }

    @Nested
    class Saliency extends Everywhere {
        @Override
        protected AttributionMethod method() {
            return Parts.method("saliency");
        }
    }

    @Nested
    class Deconvnet extends Everywhere {
        @Override
        protected AttributionMethod method() {
            return Parts.method("deconvnet");
        }
    }

    @Nested
    class GuidedBackprop extends Everywhere {
        @Override
        protected AttributionMethod method() {
            return Parts.method("guided-backprop");
        }
    }

    @Nested
    class InputXGuidedBackprop extends Everywhere {
        @Override
        protected AttributionMethod method() {
            return Parts.method("input-x-guided-backprop");
        }
    }

    @Nested
    class DeepLiftTruncated extends AttributionMethodContract {
        @Override
        protected AttributionMethod method() {
            return Parts.method("deeplift");
        }
    }

    @Nested
    class DeepLiftPropagated extends Everywhere {
        @Override
        protected AttributionMethod method() {
            return Parts.method("deeplift:semantics=propagated");
        }

        @Override
        protected boolean truncates() {
            return false;
        }
    }

    @Nested
    class DeepLiftFromTheMean extends AttributionMethodContract {
        @Override
        protected AttributionMethod method() {
            return Parts.method("deeplift:baseline=mean");
        }
    }

    @Nested
    class DeepLiftFromABlur extends AttributionMethodContract {
        @Override
        protected AttributionMethod method() {
            return Parts.method("deeplift:baseline=blur:1.5");
        }
    }

    @Nested
    class IntegratedGradientsTruncated extends AttributionMethodContract {
        @Override
        protected AttributionMethod method() {
            return Parts.method("integrated-gradients:steps=7");
        }
    }

    @Nested
    class IntegratedGradientsPropagated extends AttributionMethodContract {
        @Override
        protected AttributionMethod method() {
            return Parts.method("integrated-gradients:steps=7,semantics=propagated,baseline=constant:0.2");
        }

        @Override
        protected boolean truncates() {
            return false;
        }
    }

    @Nested
    class SmoothGradTruncated extends AttributionMethodContract {
        @Override
        protected AttributionMethod method() {
            return Parts.method("smoothgrad:samples=5");
        }
    }

    @Nested
    class SmoothGradPropagated extends Everywhere {
        @Override
        protected AttributionMethod method() {
            return Parts.method("smoothgrad:samples=5,semantics=propagated");
        }

        @Override
        protected boolean truncates() {
            return false;
        }
    }

    @Nested
    class InputXSmoothGrad extends AttributionMethodContract {
        @Override
        protected AttributionMethod method() {
            return Parts.method("input-x-smoothgrad:samples=5,seed=4");
        }
    }

    @Nested
    class LrpEpsilon extends Everywhere {
        @Override
        protected AttributionMethod method() {
            return Parts.method("lrp-epsilon:epsilon=0.01");
        }
    }

    @Nested
    class LrpEpsilonPlusFlat extends Everywhere {
        @Override
        protected AttributionMethod method() {
            return Parts.method("lrp-epsilon-plus-flat");
        }
    }

    @Nested
    class ExcitationBackprop extends Everywhere {
        @Override
        protected AttributionMethod method() {
            return Parts.method("excitation-backprop");
        }
    }

    @Nested
    class LrpGamma extends Everywhere {
        @Override
        protected AttributionMethod method() {
            return Parts.method("lrp:first=gamma,linear=gamma");
        }
    }

    @Nested
    class LrpAlphaBeta extends Everywhere {
        @Override
        protected AttributionMethod method() {
            return Parts.method("lrp:convolution=alpha-beta,linear=z-plus");
        }
    }

    @Nested
    class LrpRuleSet extends BackpropRuleContract {
        @Override
        protected RuleSet rules() {
            return Parts.rules("lrp:convolution=alpha-beta");
        }
    }

    @Nested
    class LrpGammaRuleSet extends BackpropRuleContract {
        @Override
        protected RuleSet rules() {
            return Parts.rules("lrp");
        }
    }

    @Nested
    class DeepLiftMemory extends NativeMemoryContract {
        @Override
        protected AttributionMethod method() {
            return Parts.method("deeplift");
        }
    }

    @Nested
    class PropagatedDeepLiftMemory extends NativeMemoryContract {
        @Override
        protected AttributionMethod method() {
            return Parts.method("deeplift:semantics=propagated,baseline=mean");
        }
    }

    @Nested
    class IntegratedGradientsMemory extends NativeMemoryContract {
        @Override
        protected AttributionMethod method() {
            return Parts.method("integrated-gradients:steps=3");
        }
    }

    @Nested
    class LrpMemory extends NativeMemoryContract {
        @Override
        protected AttributionMethod method() {
            return Parts.method("lrp");
        }
    }

    @Nested
    class SmoothGradMemory extends NativeMemoryContract {
        @Override
        protected AttributionMethod method() {
            return Parts.method("smoothgrad:samples=2");
        }
    }

    @Nested
    class GuidedBackpropMemory extends NativeMemoryContract {
        @Override
        protected AttributionMethod method() {
            return Parts.method("guided-backprop");
        }
    }

    @Nested
    class DeconvnetRules extends BackpropRuleContract {
        @Override
        protected RuleSet rules() {
            return ReluRules.deconvnet();
        }
    }

    @Nested
    class GuidedBackpropRules extends BackpropRuleContract {
        @Override
        protected RuleSet rules() {
            return ReluRules.guidedBackprop();
        }
    }

    @Nested
    class InputXGradientMemory extends NativeMemoryContract {
        @Override
        protected AttributionMethod method() {
            return Parts.method("input-x-gradient");
        }
    }

    @Nested
    class GradientRules extends BackpropRuleContract {
        @Override
        protected RuleSet rules() {
            return new GradientPlugin().rules().get(0).factory().apply(new Settings(Map.of()));
        }
    }

    /** Rules serve every layer, cut or not. */
    private abstract static class Everywhere extends AttributionMethodContract {
        @Override
        protected List<String> layers(Network network) {
            return network.layersWithPositions();
        }
    }
}
