package org.stratigraph.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.op.Convolution;
import org.stratigraph.core.op.Linear;
import org.stratigraph.core.op.Relu;

/** What a rule can ask of the step that it is a rule for. */
class CallTest {
    private static final Tensor IMAGES = Sketch.images(2);
    private static final int[] TARGETS = {0, 3};
    private static Network network;

    @BeforeAll
    static void open() {
        network = Sketch.chain(Placement.standard());
    }

    @AfterAll
    static void close() {
        network.close();
    }

    @Test
    void parameters_are_weight_and_bias_or_none() {
        List<String> met = new ArrayList<>();
        BackpropRule shapes = (call, relevance) -> {
            met.add(call.node().name());
            call.parameters().forEach(parameter -> met.add(parameter.getShape().toString()));
            return call.vjp(relevance);
        };
        gradient(RuleSet.gradient().with(Linear.class, shapes).with(Relu.class, shapes));
        assertThat(met).containsExactly("fc", "(5, 240)", "(5)", "relu2", "relu1");
    }

    @Test
    void parameters_are_copies_that_a_rule_may_change() {
        float[] logits = network.logits(IMAGES).toArray();
        float[] gradient = gradient(RuleSet.gradient());
        float[] ruined = gradient(RuleSet.gradient().with(Convolution.class, (call, relevance) -> {
            call.parameters().forEach(parameter -> parameter.muli(0));
            return call.vjp(relevance);
        }));
        assertThat(ruined).isEqualTo(gradient);
        assertThat(network.logits(IMAGES).toArray()).isEqualTo(logits);
    }

    /** Twice the weights give twice the output and twice the derivative, to the last bit: 2 is a power of two. */
    @Test
    void a_step_with_other_weights_has_an_output_and_a_derivative_of_its_own() {
        List<String> met = new ArrayList<>();
        BackpropRule doubled = (call, relevance) -> {
            met.add(call.node().name());
            NDList weights = call.parameters();
            weights.forEach(weight -> weight.muli(2));
            Call other = call.with(call.inputs(), weights);
            NDList below = other.vjp(relevance);
            assertThat(Torch.toFloats(other.output())).isEqualTo(twice(call.output()));
            assertThat(Torch.toFloats(below.singletonOrThrow()))
                    .isEqualTo(twice(call.vjp(relevance).singletonOrThrow()));
            assertThat(other.node().name()).isEqualTo(call.node().name());
            assertThatIllegalStateException().isThrownBy(other::reference);
            return below;
        };
        float[] ruled = gradient(RuleSet.gradient().with(Convolution.class, doubled));
        assertThat(met).containsExactly("conv2", "conv1");
        float[] fourfold = gradient(RuleSet.gradient());
        for (int i = 0; i < fourfold.length; i++) {
            fourfold[i] *= 4; // two convolutions, twice each
        }
        assertThat(ruled).isEqualTo(fourfold);
    }

    @Test
    void a_step_with_other_inputs_leaves_those_of_the_pass_alone() {
        BackpropRule atZero = (call, relevance) -> {
            NDArray input = call.inputs().singletonOrThrow();
            float[] before = Torch.toFloats(input);
            Call shut = call.with(new NDList(input.zerosLike().subi(1)), call.parameters());
            assertThat(Torch.toFloats(shut.output())).containsOnly(0);
            assertThat(Torch.toFloats(shut.vjp(relevance).singletonOrThrow())).containsOnly(0);
            assertThat(Torch.toFloats(input)).isEqualTo(before);
            return call.vjp(relevance);
        };
        assertThat(gradient(RuleSet.gradient().with(Relu.class, atZero))).isEqualTo(gradient(RuleSet.gradient()));
    }

    private static float[] twice(NDArray array) {
        float[] values = Torch.toFloats(array);
        for (int i = 0; i < values.length; i++) {
            values[i] *= 2;
        }
        return values;
    }

    private static float[] gradient(RuleSet rules) {
        List<float[]> met = new ArrayList<>();
        network.trace(IMAGES, Focus.on(List.of("input"), rules), trace -> {
            trace.sweep(rules, TARGETS, (layer, activation, relevance) -> met.add(Torch.toFloats(relevance)));
            return true;
        });
        return met.get(0);
    }
}
