package org.stratigraph.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Placement.Layout;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.op.Add;
import org.stratigraph.core.op.Concat;
import org.stratigraph.core.op.Convolution;
import org.stratigraph.core.op.Dropout;
import org.stratigraph.core.op.Flatten;
import org.stratigraph.core.op.Linear;
import org.stratigraph.core.op.Op;
import org.stratigraph.core.op.Relu;

/** What a rule is given, and what becomes of what it gives back. */
class RulesTest {
    private static final BackpropRule GUIDED = (call, relevance) -> {
        try (NDArray positive = relevance.maximum(0)) {
            return call.vjp(positive);
        }
    };
    private static final BackpropRule TO_EVERY_INPUT = (call, relevance) -> {
        NDList lent = new NDList();
        call.inputs().forEach(input -> lent.add(relevance));
        return lent;
    };

    private static final Tensor IMAGES = Sketch.images(2);
    private static final int[] TARGETS = {1, 3};

    @Test
    void a_rule_sees_the_inputs_in_the_order_of_its_node() {
        List<List<Long>> channels = new ArrayList<>();
        RuleSet rules = RuleSet.gradient().with(Concat.class, (call, relevance) -> {
            channels.add(
                    call.inputs().stream().map(input -> input.getShape().get(1)).toList());
            assertThat(call.node().inputs()).containsExactly("fire.one_relu", "fire.three_relu");
            assertThat(call.output().getShape()).isEqualTo(relevance.getShape());
            return call.vjp(relevance);
        });
        try (Network network = Sketch.concat(Placement.standard())) {
            Map<String, float[]> ruled = sweep(network, rules, "input", "fire.one_relu", "fire.three_relu");
            assertThat(channels).containsExactly(List.of(4L, 5L));
            ruled.forEach((layer, relevance) ->
                    assertThat(relevance).as(layer).isEqualTo(WholeGraph.gradient(network, IMAGES, TARGETS, layer)));
        }
    }

    @Test
    void a_node_that_reads_another_twice_hands_relevance_down_twice() {
        try (Sketch sketch = new Sketch(Placement.standard())) {
            String flat = sketch.add("flat", new Flatten(), "input");
            sketch.linear("fc", sketch.add("twice", new Add(), flat, flat), 3 * Sketch.HEIGHT * Sketch.WIDTH, 5);
            try (Network network = sketch.build()) {
                float[] expected = WholeGraph.gradient(network, IMAGES, TARGETS, "input");
                assertThat(sweep(network, RuleSet.gradient(), "input", "twice").get("input"))
                        .isEqualTo(expected);
                assertThat(sweep(network, RuleSet.gradient().with(Add.class, TO_EVERY_INPUT), "input")
                                .get("input"))
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void a_guided_relu_is_the_derivative_with_negative_relevance_left_out(Layout layout) {
        Placement placement = Placement.standard().laidOut(layout);
        try (Network network = Sketch.chain(placement)) {
            RuleSet guided = RuleSet.gradient().with(Relu.class, GUIDED);
            Map<String, float[]> ruled = sweep(network, guided, "conv1", "relu1", "conv2", "relu2");
            float[] plain = WholeGraph.gradient(network, IMAGES, TARGETS, "relu2");
            assertThat(ruled.get("relu2")).as("above the first ruled node").isEqualTo(plain);
            for (String place : List.of("1", "2")) {
                float[] above = ruled.get("relu" + place);
                float[] below = ruled.get("conv" + place);
                float[] activation = network.trace(IMAGES, trace -> Torch.toFloats(trace.activation("conv" + place)));
                for (int i = 0; i < below.length; i++) {
                    assertThat(below[i]).isEqualTo(activation[i] > 0 && above[i] > 0 ? above[i] : 0);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void relevance_that_a_rule_only_lends_on_is_neither_freed_twice_nor_written_to(Layout layout) {
        // The sum lends its own relevance to both. In the default layout the derivative of a flatten is a view of it,
        // so
        // neither what the input collects may be added to it in place, nor may it be cleared for a second sweep.
        try (Sketch sketch = new Sketch(Placement.standard().laidOut(layout))) {
            int size = 3 * Sketch.HEIGHT * Sketch.WIDTH;
            String other = sketch.linear("side.fc", sketch.add("side", new Flatten(), "input"), size, size);
            String flat = sketch.add("flat", new Flatten(), "input");
            sketch.linear("fc", sketch.add("sum", new Add(), other, flat), size, 5);
            try (Network network = sketch.build()) {
                RuleSet lending =
                        RuleSet.gradient().with(Add.class, TO_EVERY_INPUT).with(Flatten.class, Call::vjp);
                for (Focus focus :
                        List.of(Focus.on(List.of("input", "side.fc", "flat"), lending), Focus.everything(network))) {
                    Map<String, float[]> got = sweep(network, focus, lending);
                    for (String layer : List.of("input", "side.fc", "flat")) {
                        assertThat(got.get(layer))
                                .as(layer)
                                .isEqualTo(WholeGraph.gradient(network, IMAGES, TARGETS, layer));
                    }
                }
            }
        }
    }

    @Test
    void an_identity_may_hand_on_its_relevance_or_its_derivative() {
        try (Sketch sketch = new Sketch(Placement.standard())) {
            String x = sketch.add("drop1", new Dropout(0.5), "input");
            x = sketch.add("drop2", new Dropout(0.5), sketch.add("flat", new Flatten(), x));
            x = sketch.linear("fc", x, 3 * Sketch.HEIGHT * Sketch.WIDTH, 5);
            sketch.add("drop3", new Dropout(0.5), x);
            try (Network network = sketch.build()) {
                float[] expected = WholeGraph.gradient(network, IMAGES, TARGETS, "input");
                for (BackpropRule rule : List.<BackpropRule>of(Call::vjp, TO_EVERY_INPUT)) {
                    RuleSet rules = RuleSet.gradient().with(Dropout.class, rule);
                    assertThat(sweep(network, rules, "input", "drop1").get("input"))
                            .isEqualTo(expected);
                    assertThat(sweep(network, Focus.everything(network), rules).get("drop3"))
                            .containsExactly(0, 1, 0, 0, 0, 0, 0, 0, 1, 0);
                }
                assertThat(sweep(network, RuleSet.gradient(), "drop1", "drop3").get("drop1"))
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void two_rule_sets_over_one_pass_give_what_two_passes_give() {
        RuleSet guided = RuleSet.gradient().with(Relu.class, GUIDED);
        RuleSet doubled = RuleSet.gradient()
                .with(Convolution.class, (call, relevance) -> call.vjp(relevance.mul(2)))
                .with(Linear.class, Call::vjp);
        List<String> layers = List.of("input", "relu", "block1", "block2.relu", "block2");
        try (Network network = Sketch.residual(Placement.standard())) {
            Map<String, float[]> guidedAlone = sweep(network, Focus.on(layers, guided), guided);
            Map<String, float[]> doubledAlone = sweep(network, Focus.on(layers, doubled), doubled);
            network.trace(IMAGES, Focus.on(layers, guided, doubled), trace -> {
                assertSame(sweep(trace, guided), guidedAlone);
                assertSame(sweep(trace, doubled), doubledAlone);
                return true;
            });
        }
    }

    @Test
    void a_rule_that_gives_too_few_arrays_or_another_shape_is_refused_by_name() {
        RuleSet none = RuleSet.gradient().with(Add.class, (call, relevance) -> new NDList(relevance));
        RuleSet misshapen = RuleSet.gradient().with(Linear.class, (call, relevance) -> new NDList(relevance));
        try (Network network = Sketch.residual(Placement.standard())) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> sweep(network, none, "input"))
                    .withMessageContaining("'block2.add' gave 1 arrays for 2 inputs");
            assertThatIllegalStateException()
                    .isThrownBy(() -> sweep(network, misshapen, "input"))
                    .withMessageContaining("'fc' gave relevance of shape (2, 5) for an input of shape (2, 8)");
        }
    }

    @Test
    void an_op_that_ignores_an_input_gives_it_no_relevance() {
        try (Sketch sketch = new Sketch(Placement.standard())) {
            int size = 3 * Sketch.HEIGHT * Sketch.WIDTH;
            String first = sketch.add("first", new Flatten(), "input");
            String second = sketch.add("second", new Flatten(), "input");
            sketch.linear("fc", sketch.add("choice", new First(), first, second), size, 5);
            try (Network network = sketch.build()) {
                Map<String, float[]> got = sweep(network, RuleSet.gradient(), "first", "second");
                assertThat(got.get("second")).containsOnly(0);
                assertThat(got.get("first")).isEqualTo(WholeGraph.gradient(network, IMAGES, TARGETS, "first"));
            }
        }
    }

    /** Gives twice its first input. */
    private record First() implements Op {
        @Override
        public NDArray forward(NDList inputs) {
            return inputs.get(0).mul(2);
        }
    }

    private static Map<String, float[]> sweep(Network network, RuleSet rules, String... layers) {
        return sweep(network, Focus.on(List.of(layers), rules), rules);
    }

    private static Map<String, float[]> sweep(Network network, Focus focus, RuleSet rules) {
        return network.trace(IMAGES, focus, trace -> sweep(trace, rules));
    }

    private static Map<String, float[]> sweep(Trace trace, RuleSet rules) {
        Map<String, float[]> relevances = new LinkedHashMap<>();
        trace.sweep(rules, TARGETS, (layer, activation, relevance) -> relevances.put(layer, Torch.toFloats(relevance)));
        return relevances;
    }

    private static void assertSame(Map<String, float[]> got, Map<String, float[]> expected) {
        assertThat(got).hasSameSizeAs(expected);
        expected.forEach(
                (layer, relevance) -> assertThat(got.get(layer)).as(layer).isEqualTo(relevance));
    }
}
