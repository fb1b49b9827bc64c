package org.stratigraph.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.Tensor;

/** The part of a network above a cut is a network: it continues a forward pass, and its gradients are the whole's. */
class TruncationTest {
    private static final Tensor IMAGES = Sketch.images(2);
    private static final int[] TARGETS = {3, 0};

    @Test
    void the_upper_half_continues_the_forward_pass_and_has_the_same_gradients() {
        for (Function<Placement, Network> kind :
                List.<Function<Placement, Network>>of(Sketch::chain, Sketch::residual, Sketch::concat)) {
            try (Network network = kind.apply(Placement.standard())) {
                float[] logits = network.logits(IMAGES).toArray();
                List<String> below = network.cuts().subList(0, network.cuts().size() - 1);
                for (String cut : below) {
                    Tensor activation = network.trace(IMAGES, trace -> onHeap(trace.activation(cut)));
                    try (Network upper = network.from(cut)) {
                        assertThat(upper.input()).isEqualTo(cut);
                        assertThat(upper.logits(activation).toArray()).as(cut).containsExactly(logits);
                        assertThat(gradient(upper, activation, cut)).as(cut).isEqualTo(gradient(network, IMAGES, cut));
                    }
                }
                assertThat(network.logits(IMAGES).toArray()).containsExactly(logits);
            }
        }
    }

    @Test
    void what_is_above_a_flatten_has_no_layers_with_positions() {
        try (Network network = Sketch.chain(Placement.standard())) {
            assertThat(network.from("flatten").layersWithPositions()).isEmpty();
            assertThat(network.from("pool").layersWithPositions()).containsExactly("pool", "conv2", "relu2");
        }
    }

    @Test
    void a_layer_that_a_path_goes_around_is_refused_with_the_cuts() {
        try (Network network = Sketch.residual(Placement.standard())) {
            for (String layer : List.of("block1.conv", "fc")) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> network.from(layer))
                        .withMessageContaining("cannot truncate at '" + layer + "'")
                        .withMessageContaining("cuts: input, conv1, bn1, relu, block1.add, block1");
            }
        }
    }

    private static float[] gradient(Network network, Tensor input, String layer) {
        Map<String, float[]> gradients = new HashMap<>();
        return network.trace(input, Focus.on(List.of(layer)), trace -> {
            trace.sweep(
                    RuleSet.gradient(),
                    TARGETS,
                    (met, activation, relevance) -> gradients.put(met, Torch.toFloats(relevance)));
            return gradients.get(layer);
        });
    }

    private static Tensor onHeap(NDArray array) {
        Shape shape = array.getShape();
        int[] lengths = new int[shape.dimension()];
        for (int axis = 0; axis < lengths.length; axis++) {
            lengths[axis] = (int) shape.get(axis);
        }
        return Tensor.of(Torch.toFloats(array), lengths);
    }
}
