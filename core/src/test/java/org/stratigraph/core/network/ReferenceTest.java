package org.stratigraph.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
                        Close.assertClose(row, floats(expected), "image " + image);
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

    private static void rise(Network network, Feed feed) {
        network.trace(feed, Focus.on(List.of("input", "block1")), trace -> true);
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
}
