package org.stratigraph.testkit;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.network.Call;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.RuleSet;
import org.stratigraph.core.op.Add;
import org.stratigraph.core.op.Concat;
import org.stratigraph.core.op.Flatten;
import org.stratigraph.core.op.Relu;
import org.stratigraph.core.op.Relu6;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.Fuser;
import org.stratigraph.core.spi.LayerProbe;
import org.stratigraph.core.spi.ModelLoader;
import org.stratigraph.core.spi.Readout;
import org.stratigraph.core.spi.SweepMethod;
import org.stratigraph.core.weights.WeightsSource;

/** Sound parts pass every contract: core's sweep, plain and guided rules, a probe, a fuser and a loader of a few lines. */
class SoundPartsTest {
    private static final RuleSet GUIDED = RuleSet.gradient()
            .with(Relu.class, (call, relevance) -> call.vjp(relevance.maximum(0)))
            .with(Relu6.class, (call, relevance) -> call.vjp(relevance.maximum(0)));

    @Nested
    class Sweep extends AttributionMethodContract {
        @Override
        protected AttributionMethod method() {
            return new SweepMethod(GUIDED, Readout.ACTIVATION_TIMES_RELEVANCE);
        }

        @Override
        protected List<String> layers(Network network) {
            return network.layersWithPositions();
        }
    }

    @Nested
    class GuidedRules extends BackpropRuleContract {
        @Override
        protected RuleSet rules() {
            return GUIDED;
        }
    }

    @Nested
    class PlainRules extends BackpropRuleContract {
        @Override
        protected RuleSet rules() {
            return RuleSet.gradient()
                    .with(Add.class, Call::vjp)
                    .with(Concat.class, Call::vjp)
                    .with(Flatten.class, Call::vjp);
        }
    }

    @Nested
    class Cuts extends LayerProbeContract {
        @Override
        protected LayerProbe probe() {
            return network -> network.layersWithPositions().stream()
                    .filter(network.cuts()::contains)
                    .toList();
        }
    }

    @Nested
    class Brightest extends FuserContract {
        @Override
        protected Fuser fuser() {
            return maps -> {
                if (maps.stream().mapToInt(SaliencyMap::height).distinct().count() != 1) {
                    throw new IllegalArgumentException("maps of one size, at least one");
                }
                return maps.stream()
                        .max(Comparator.comparing(SaliencyMap::peak))
                        .orElseThrow();
            };
        }
    }

    @Nested
    class Loader extends ModelLoaderContract {
        @Override
        protected ModelLoader loader() {
            return new SmallLoader();
        }

        @Override
        protected WeightsSource weights() {
            return SmallLoader.weights();
        }
    }
}
