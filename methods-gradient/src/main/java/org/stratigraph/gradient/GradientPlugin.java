package org.stratigraph.gradient;

import java.util.ArrayList;
import java.util.List;
import org.stratigraph.core.network.ReluRules;
import org.stratigraph.core.network.RuleSet;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.Named;
import org.stratigraph.core.spi.Plugin;
import org.stratigraph.core.spi.Readout;
import org.stratigraph.core.spi.Setting;
import org.stratigraph.core.spi.Settings;
import org.stratigraph.core.spi.SweepMethod;

/** The gradient family. */
public final class GradientPlugin implements Plugin {
    private static final List<Setting> SMOOTHGRAD = List.of(
            Setting.of("samples", "50", "how many noisy inputs are averaged, at least 1"),
            Setting.of("sigma", "0.15", "standard deviation of the noise, as a share of the activation's range"),
            Setting.of("seed", "0", "a whole number; the same seed gives the same noise"),
            Semantics.SETTING,
            Setting.of("keep-noise", "false", "true: the noise itself goes into --raw (large)"));
    private static final List<Setting> INTEGRATED = List.of(
            Setting.of("steps", "50", "points on the way, at least 1"),
            Setting.of(
                    "rule",
                    "gauss-legendre",
                    "gauss-legendre, riemann-left, riemann-right, riemann-middle or riemann-trapezoid"),
            Baseline.SETTING,
            Semantics.SETTING);

    @Override
    public List<Named<RuleSet>> rules() {
        List<Named<RuleSet>> rules = new ArrayList<>(Lrp.all());
        rules.addAll(
                0,
                List.of(
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
                                ReluRules.guidedBackprop())));
        return rules;
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
                        new SweepMethod(ReluRules.guidedBackprop(), Readout.ACTIVATION_TIMES_RELEVANCE)),
                Named.of(
                        "smoothgrad",
                        "mean gradient under noise (Smilkov et al., 2017)",
                        SMOOTHGRAD,
                        settings -> smoothGrad(settings, false)),
                Named.of(
                        "input-x-smoothgrad",
                        "the layer's activation times its mean gradient under noise",
                        SMOOTHGRAD,
                        settings -> smoothGrad(settings, true)),
                Named.of(
                        "integrated-gradients",
                        "mean gradient on the way from a baseline, times the difference (Sundararajan et al., 2017); complete",
                        INTEGRATED,
                        GradientPlugin::integratedGradients),
                Named.of(
                        "deeplift",
                        "differences from a baseline, handed down by the rescale rule (Shrikumar et al., 2017); complete",
                        List.of(Baseline.SETTING, Semantics.SETTING),
                        settings -> new DeepLift(Baseline.of(settings), semantics(settings))));
    }

    private static AttributionMethod smoothGrad(Settings settings, boolean timesInput) {
        double share = settings.decimal("sigma");
        if (share <= 0) {
            throw new IllegalArgumentException("sigma is a share of the activation's range, above 0, not " + share);
        }
        return new SmoothGrad(
                new GaussianNoise(settings.integer("seed"), share),
                settings.integer("samples", 1),
                timesInput,
                semantics(settings),
                settings.flag("keep-noise"));
    }

    private static AttributionMethod integratedGradients(Settings settings) {
        Quadrature rule = Quadrature.of(settings.choice("rule", Quadrature.Rule.class), settings.integer("steps", 1));
        return new IntegratedGradients(rule, Baseline.of(settings), semantics(settings));
    }

    private static Semantics semantics(Settings settings) {
        return settings.choice("semantics", Semantics.class);
    }
}
