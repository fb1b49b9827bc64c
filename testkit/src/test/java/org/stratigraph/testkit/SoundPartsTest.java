package org.stratigraph.testkit;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.stratigraph.core.image.Box;
import org.stratigraph.core.image.Mask;
import org.stratigraph.core.image.RgbImage;
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
import org.stratigraph.core.spi.Case;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.core.spi.Direction;
import org.stratigraph.core.spi.Fuser;
import org.stratigraph.core.spi.Labels;
import org.stratigraph.core.spi.LayerProbe;
import org.stratigraph.core.spi.Metric;
import org.stratigraph.core.spi.ModelLoader;
import org.stratigraph.core.spi.Question;
import org.stratigraph.core.spi.Readout;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.core.spi.Samples;
import org.stratigraph.core.spi.Score;
import org.stratigraph.core.spi.Split;
import org.stratigraph.core.spi.SweepMethod;
import org.stratigraph.core.weights.WeightsSource;

/** Sound parts pass every contract: core's sweep, plain and guided rules, a probe, a fuser, a metric, a data source and a loader of a few lines. */
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
    class EnergyInTheObject extends MetricContract {
        @Override
        protected Metric metric() {
            return new Metric() {
                @Override
                public Direction better() {
                    return Direction.HIGHER;
                }

                @Override
                public List<Question> questions(Case sample) {
                    return List.of(sample.asIs());
                }

                @Override
                public Score score(Case sample, List<SaliencyMap> answers) {
                    Box box = sample.sample().objects().get(0).box();
                    int width = sample.view().width();
                    BitSet inside = new BitSet();
                    for (int y = box.y0(); y < box.y1(); y++) {
                        inside.set(y * width + box.x0(), y * width + box.x1());
                    }
                    return Score.of(answers.get(0)
                            .energyShare(new Mask(width, sample.view().height(), inside)));
                }
            };
        }
    }

    @Nested
    class OnePicture extends DataSourceContract {
        @Override
        protected DataSource data() {
            return new DataSource() {
                @Override
                public Labels labels() {
                    return new Labels(List.of("grey"));
                }

                @Override
                public Samples samples(Split split) {
                    return new Samples() {
                        @Override
                        public int size() {
                            return 1;
                        }

                        @Override
                        public Sample sample(int index) {
                            Objects.checkIndex(index, 1);
                            return new Sample(split.name(), new RgbImage(1, 1, new byte[3]), 0, List.of());
                        }
                    };
                }
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
