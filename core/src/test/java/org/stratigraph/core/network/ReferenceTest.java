package org.stratigraph.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stratigraph.core.Noise;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.op.Convolution;
import org.stratigraph.core.op.Flatten;
import org.stratigraph.core.op.Linear;
import org.stratigraph.core.op.MaxPool;
import org.stratigraph.core.op.Op;
import org.stratigraph.core.op.Relu;

/** A second pass beside the first, for rules that compare the two, and rows that rise from several cuts. */
class ReferenceTest {
    // libtorch sums in another order for another size of batch: some units in the last of float32's seven digits.
    private static final double ROUNDING = 1e-5;

    private static final Tensor IMAGES = Sketch.images(3);
    private static final int[] TARGETS = {2, 0, 4};

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void a_reference_is_one_row_for_all_images_or_one_for_each(int rows) {
        Tensor reference = Noise.tensor(11, rows, 3, Sketch.HEIGHT, Sketch.WIDTH);
        try (Network network = Sketch.chain(Placement.standard())) {
            network.trace(Feed.of(IMAGES).against(reference), Focus.forwardOnly(List.of("relu1")), trace -> {
                assertThat(trace.logits().toArray())
                        .isEqualTo(network.logits(IMAGES).toArray());
                assertThat(trace.reference().logits().toArray())
                        .isEqualTo(network.logits(reference).toArray());
                assertThat(trace.reference().onHeap("relu1").shape())
                        .containsExactly(rows, 6, Sketch.HEIGHT, Sketch.WIDTH);
                return true;
            });
        }
    }

    /** Where the reference is the batch itself, either pass has the same derivative, to the last bit. */
    @Test
    void the_reference_has_a_derivative_of_its_own() {
        RuleSet rules = RuleSet.gradient();
        for (Class<? extends Op> kind :
                List.of(Convolution.class, Relu.class, MaxPool.class, Flatten.class, Linear.class)) {
            rules = rules.with(kind, (call, relevance) -> call.reference().vjp(relevance));
        }
        try (Network network = Sketch.chain(Placement.standard())) {
            assertThat(gradient(network, Feed.of(IMAGES).against(IMAGES), rules))
                    .isEqualTo(WholeGraph.gradient(network, IMAGES, TARGETS, "input"));
        }
    }

    @Test
    void the_derivative_of_one_reference_serves_a_batch_of_any_size() {
        Tensor reference = Noise.tensor(11, 1, 3, Sketch.HEIGHT, Sketch.WIDTH);
        BackpropRule checked = (call, relevance) -> {
            NDList below = call.reference().vjp(relevance);
            // ReLU's derivative by hand: what its input there lets through
            NDArray open = call.reference().inputs().singletonOrThrow().gt(0);
            NDArray expected =
                    relevance.mul(open.toType(relevance.getDataType(), false)).addi(0); // -0 becomes 0
            assertThat(Torch.toFloats(below.singletonOrThrow())).isEqualTo(Torch.toFloats(expected));
            return below;
        };
        try (Network network = Sketch.chain(Placement.standard())) {
            assertThat(gradient(
                            network,
                            Feed.of(IMAGES).against(reference),
                            RuleSet.gradient().with(Relu.class, checked)))
                    .hasSize(IMAGES.size());
        }
    }

    @Test
    void multipliers_start_from_what_each_logit_counts_beside_the_reference() {
        Tensor reference = Noise.tensor(11, 1, 3, Sketch.HEIGHT, Sketch.WIDTH);
        List<Target> targets = List.of(
                Target.logit(1), Target.logit(1).minus(2), Target.logit(0).on(Target.Scale.LOG_SOFTMAX));
        RuleSet rules = RuleSet.gradient().from(Start.MULTIPLIER);
        try (Network network = Sketch.chain(Placement.standard())) {
            network.trace(Feed.of(IMAGES).against(reference), Focus.on(List.of("fc"), rules), trace -> {
                float[] other = trace.reference().logits().slice(0).toArray();
                Tensor own = trace.logits();
                trace.sweep(rules, targets, (layer, activation, seed) -> {
                    for (int image = 0; image < 3; image++) {
                        float[] row = Torch.toHeap(seed).slice(image).toArray();
                        double[] expected =
                                targets.get(image).multiplier(own.slice(image).toArray(), other);
                        assertClose(row, floats(expected), "image " + image);
                    }
                });
                return true;
            });
        }
    }

    @Test
    void without_a_reference_there_is_none_to_ask_for() {
        RuleSet rules = RuleSet.gradient()
                .with(Relu.class, (call, relevance) -> call.reference().vjp(relevance));
        try (Network network = Sketch.chain(Placement.standard())) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> gradient(network, Feed.of(IMAGES), rules))
                    .withMessageContaining("no reference");
            assertThatIllegalStateException()
                    .isThrownBy(() -> network.trace(IMAGES, trace -> trace.reference()))
                    .withMessageContaining("no reference");
        }
    }

    static Stream<Arguments> rising() {
        return Stream.of(
                Arguments.of(named("chain", Sketch::chain), List.of("input", "relu1", "pool", "relu2")),
                Arguments.of(named("chain", Sketch::chain), List.of("input", "conv2")),
                Arguments.of(named("residual", Sketch::residual), List.of("input", "relu", "block1.add", "block2")),
                Arguments.of(named("concat", Sketch::concat), List.of("input", "fire", "classifier")));
    }

    private static Named<Function<Placement, Network>> named(String name, Function<Placement, Network> kind) {
        return Named.of(name, kind);
    }

    /** The slow way: each row by itself through the network above its cut. */
    @ParameterizedTest
    @MethodSource("rising")
    void rows_that_rise_together_are_as_each_alone(Function<Placement, Network> kind, List<String> cuts) {
        Tensor image = Tensor.stack(List.of(IMAGES.slice(1)));
        Map<String, UnaryOperator<NDArray>> starts = new LinkedHashMap<>();
        cuts.forEach(cut -> starts.put(cut, there -> there.mul(-0.5).add(cuts.indexOf(cut) + 1)));
        try (Network network = kind.apply(Placement.standard())) {
            List<Tensor> rows = network.trace(
                    image,
                    Focus.forwardOnly(cuts),
                    trace -> cuts.stream()
                            .map(cut -> Torch.toHeap(starts.get(cut).apply(trace.activation(cut))))
                            .toList());
            rising(network, image, starts, Focus.on(cuts), trace -> {
                Tensor logits = trace.logits();
                assertThat(logits.dimension(0)).isEqualTo(cuts.size());
                for (int row = 0; row < cuts.size(); row++) {
                    Network upper = upper(network, cuts.get(row));
                    assertClose(
                            logits.slice(row).toArray(),
                            upper.logits(rows.get(row)).toArray(),
                            cuts.get(row));
                }
                List<String> met = new ArrayList<>();
                trace.sweep(
                        RuleSet.gradient(),
                        Collections.nCopies(cuts.size(), Target.logit(3)),
                        (layer, activation, relevance) -> {
                            met.add(layer);
                            int last = cuts.indexOf(layer);
                            // those from below, and the row that started here
                            assertThat(relevance.getShape()).isEqualTo(activation.getShape());
                            assertThat(relevance.getShape().get(0)).isEqualTo(last + 1);
                            float[] own = Torch.toHeap(relevance).slice(last).toArray();
                            float[] alone =
                                    WholeGraph.gradient(upper(network, layer), rows.get(last), new int[] {3}, layer);
                            assertClose(own, alone, layer);
                            if (last > 0) {
                                float[] fromInput =
                                        Torch.toHeap(relevance).slice(0).toArray();
                                assertClose(
                                        fromInput,
                                        WholeGraph.gradient(network, rows.get(0), new int[] {3}, layer),
                                        "the input's row at " + layer);
                            }
                        });
                assertThat(met).hasSameSizeAs(cuts);
            });
        }
    }

    @Test
    void a_reference_of_neither_one_row_nor_as_many_as_images_is_refused() {
        Tensor two = Tensor.stack(List.of(IMAGES.slice(0), IMAGES.slice(1)));
        try (Network network = Sketch.residual(Placement.standard())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> rise(network, Feed.of(IMAGES).against(two)))
                    .withMessageContaining("each of 3 images, not 2");
        }
    }

    @Test
    void a_pass_of_another_focus_or_network_is_no_reference() {
        Tensor image = Tensor.stack(List.of(IMAGES.slice(0)));
        try (Network network = Sketch.residual(Placement.standard());
                Network other = Sketch.concat(Placement.standard())) {
            for (Network asked : List.of(network, other)) {
                Focus focus = asked == other ? Focus.on(List.of("input")) : Focus.on(List.of("input", "block1"));
                asked.trace(
                        image,
                        focus.unswept(),
                        alone -> network.trace(image, Focus.on(List.of("input")), trace -> {
                            assertThatIllegalArgumentException()
                                    .isThrownBy(() -> trace.against(alone))
                                    .withMessageContaining("same network with the same layers and rules");
                            return true;
                        }));
            }
        }
    }

    @Test
    void rows_start_at_cuts_the_lowest_at_the_input_beside_one_image() {
        Tensor image = Tensor.stack(List.of(IMAGES.slice(0)));
        UnaryOperator<NDArray> same = there -> there.mul(1);
        try (Network network = Sketch.residual(Placement.standard())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> rise(network, image, Map.of("input", same, "block2.relu", same)))
                    .withMessageContaining("cannot truncate at 'block2.relu'")
                    .withMessageContaining("block1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> rise(network, image, Map.of("block1", same)))
                    .withMessageContaining("'input'");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> rise(network, image, Map.of("input", same, "relu", same)))
                    .withMessageContaining("'relu'")
                    .withMessageContaining("focus");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> rise(network, IMAGES, Map.of("input", same)))
                    .withMessageContaining("one image, not 3");
        }
    }

    private static void rising(
            Network network,
            Tensor image,
            Map<String, UnaryOperator<NDArray>> starts,
            Focus focus,
            Consumer<Trace> body) {
        network.trace(
                image,
                focus.unswept(),
                alone -> network.trace(Feed.rising(alone, starts), focus, trace -> {
                    body.accept(trace);
                    return true;
                }));
    }

    private static void rise(Network network, Tensor image, Map<String, UnaryOperator<NDArray>> starts) {
        rising(network, image, starts, Focus.on(List.of("input", "block1")), trace -> {});
    }

    private static void rise(Network network, Feed feed) {
        network.trace(feed, Focus.on(List.of("input", "block1")), trace -> true);
    }

    private static Network upper(Network network, String cut) {
        return cut.equals("input") ? network : network.from(cut);
    }

    /** What arrives at the input. */
    private static float[] gradient(Network network, Feed feed, RuleSet rules) {
        List<float[]> met = new ArrayList<>();
        network.trace(feed, Focus.on(List.of("input"), rules), trace -> {
            trace.sweep(rules, TARGETS, (layer, activation, relevance) -> met.add(Torch.toFloats(relevance)));
            return true;
        });
        return met.get(0);
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private static void assertClose(float[] got, float[] expected, String what) {
        assertThat(got).as(what).hasSameSizeAs(expected);
        double peak = 0;
        for (float value : expected) {
            peak = Math.max(peak, Math.abs(value));
        }
        for (int i = 0; i < got.length; i++) {
            assertThat((double) got[i]).as("%s, number %d", what, i).isCloseTo(expected[i], within(ROUNDING * peak));
        }
    }
}
