package org.stratigraph.gradient;

import java.util.List;
import java.util.function.Function;
import org.stratigraph.core.network.BackpropRule;
import org.stratigraph.core.network.NetworkBuilder;
import org.stratigraph.core.network.RuleSet;
import org.stratigraph.core.network.Start;
import org.stratigraph.core.op.AdaptiveAveragePool;
import org.stratigraph.core.op.Add;
import org.stratigraph.core.op.AveragePool;
import org.stratigraph.core.op.BatchNorm;
import org.stratigraph.core.op.Convolution;
import org.stratigraph.core.op.GlobalAveragePool;
import org.stratigraph.core.op.Linear;
import org.stratigraph.core.op.Relu;
import org.stratigraph.core.op.Relu6;
import org.stratigraph.core.spi.Named;
import org.stratigraph.core.spi.Setting;
import org.stratigraph.core.spi.Settings;

/**
 * Layer-wise relevance propagation as rule sets: a rule for convolutions, one for linear layers, and one for what reads the
 * image. Sums and average pools share relevance as they share activation; activations hand it on; a max-pool hands it to the
 * maximum. Meant for batch norms folded into convolutions; one that is not is a linear step under epsilon.
 */
final class Lrp {
    private static final Setting EPSILON =
            Setting.of("epsilon", "1e-6", "what keeps the quotients of outputs near zero small, above 0");

    /** The rules that a user may put together. */
    private enum Rule {
        EPSILON,
        Z_PLUS,
        GAMMA,
        ALPHA_BETA,
        FLAT
    }

    private Lrp() {}

    /** The composite that a user puts together, and those that have a name. */
    static List<Named<RuleSet>> all() {
        return List.of(
                Named.of(
                        "lrp",
                        "layer-wise relevance propagation under rules of your choice (Bach et al., 2015)",
                        List.of(
                                Setting.of(
                                        "convolution",
                                        "gamma",
                                        "rule at convolutions: epsilon, z-plus, gamma, alpha-beta or flat"),
                                Setting.of("linear", "epsilon", "rule at linear layers, likewise"),
                                Setting.of("first", "flat", "rule at what reads the image, likewise"),
                                EPSILON,
                                Setting.of(
                                        "gamma", "0.25", "how much gamma favours contributions of the output's sign"),
                                Setting.of(
                                        "alpha",
                                        "2",
                                        "weight of positive contributions in alpha-beta; beta = alpha - 1")),
                        settings -> set(
                                chosen(settings, "convolution"),
                                chosen(settings, "linear"),
                                chosen(settings, "first"),
                                epsilon(settings))),
                preset(
                        "lrp-epsilon",
                        "relevance in the ratio of all contributions (Bach et al., 2015)",
                        epsilon -> set(
                                LrpRules.epsilon(epsilon),
                                LrpRules.epsilon(epsilon),
                                LrpRules.epsilon(epsilon),
                                epsilon)),
                preset(
                        "lrp-epsilon-plus-flat",
                        "positive contributions at convolutions, all at linear layers, flat at the image (Zennit's EpsilonPlusFlat)",
                        epsilon -> set(
                                LrpRules.zPlus(epsilon), LrpRules.epsilon(epsilon), LrpRules.flat(epsilon), epsilon)),
                preset(
                        "excitation-backprop",
                        "positive contributions everywhere (Zhang et al., 2016)",
                        epsilon -> set(
                                LrpRules.zPlus(epsilon), LrpRules.zPlus(epsilon), LrpRules.zPlus(epsilon), epsilon)));
    }

    private static Named<RuleSet> preset(String name, String summary, Function<Double, RuleSet> rules) {
        return Named.of(name, summary, List.of(EPSILON), settings -> rules.apply(epsilon(settings)));
    }

    private static BackpropRule chosen(Settings settings, String name) {
        double epsilon = epsilon(settings);
        return switch (settings.choice(name, Rule.class)) {
            case EPSILON -> LrpRules.epsilon(epsilon);
            case Z_PLUS -> LrpRules.zPlus(epsilon);
            case GAMMA -> LrpRules.gamma(settings.decimal("gamma"), epsilon);
            case ALPHA_BETA -> LrpRules.alphaBeta(settings.decimal("alpha"), epsilon);
            case FLAT -> LrpRules.flat(epsilon);
        };
    }

    private static double epsilon(Settings settings) {
        double epsilon = settings.decimal("epsilon");
        if (epsilon <= 0) {
            throw new IllegalArgumentException("epsilon has to be above 0, not " + epsilon);
        }
        return epsilon;
    }

    private static RuleSet set(BackpropRule convolution, BackpropRule linear, BackpropRule first, double epsilon) {
        BackpropRule norm = LrpRules.epsilon(epsilon);
        return RuleSet.gradient()
                .from(Start.RELEVANCE)
                .with(Convolution.class, LrpRules.atImage(NetworkBuilder.INPUT, first, convolution))
                .with(Linear.class, LrpRules.atImage(NetworkBuilder.INPUT, first, linear))
                .with(BatchNorm.class, norm)
                .with(Add.class, norm)
                .with(AveragePool.class, norm)
                .with(AdaptiveAveragePool.class, norm)
                .with(GlobalAveragePool.class, norm)
                .with(Relu.class, LrpRules.pass())
                .with(Relu6.class, LrpRules.pass());
    }
}
