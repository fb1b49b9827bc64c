package org.stratigraph.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.op.Flatten;
import org.stratigraph.core.op.Input;
import org.stratigraph.core.op.Relu;
import org.stratigraph.core.op.Softmax;

/** What a network is, said of itself, and the wirings that are none. */
class WiringTest {
    @Test
    void a_network_knows_its_ends_its_layers_and_its_size() {
        try (Network network = Sketch.chain(Placement.standard())) {
            assertThat(network.input()).isEqualTo("input");
            assertThat(network.output()).isEqualTo("fc");
            assertThat(network.layersWithPositions())
                    .containsExactly("input", "conv1", "relu1", "pool", "conv2", "relu2");
            assertThat(network.parameterCount())
                    .isEqualTo(3 * 6 * 9 + 6 + 6 * 8 * 9 + 8 + 8 * 6 * 5 * Sketch.CLASSES + Sketch.CLASSES);
            assertThat(network.node("pool").inputs()).containsExactly("relu1");
        }
    }

    @Test
    void layers_that_no_map_can_be_drawn_of_are_refused_with_those_that_have_one() {
        try (Network network = Sketch.chain(Placement.standard())) {
            network.requirePositions(List.of("relu2", "input"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> network.requirePositions(List.of("relu2", "flatten")))
                    .withMessageContaining("'flatten' has no rows and columns")
                    .withMessageContaining("nearest that have: input, conv1");
            assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(() -> network.requirePositions(List.of("relu3")))
                    .withMessageContaining("no layer 'relu3'; nearest: relu1, relu2");
        }
    }

    @Test
    void two_nodes_of_one_name_are_refused() {
        refused("two nodes are called 'a'", sketch -> {
            sketch.add("a", new Relu(), "input");
            sketch.add("a", new Relu(), "a");
        });
    }

    @Test
    void a_node_that_reads_what_is_not_below_it_is_refused() {
        refused("node 'a' reads 'b'", sketch -> sketch.add("a", new Relu(), "b"));
    }

    @Test
    void a_node_that_nothing_reads_is_refused() {
        refused("nothing reads node 'a'", sketch -> {
            sketch.add("a", new Relu(), "input");
            sketch.add("b", new Flatten(), "input");
        });
    }

    @Test
    void a_second_input_and_a_node_without_one_are_refused() {
        refused("see 'a'", sketch -> sketch.add("a", new Input(true), "input"));
        refused("see 'a'", sketch -> sketch.add("a", new Relu()));
    }

    @Test
    void a_network_that_ends_with_anything_but_logits_is_refused() {
        refused("is a softmax", sketch -> sketch.add("p", new Softmax(), sketch.add("a", new Flatten(), "input")));
        refused("'a' still has rows and columns", sketch -> sketch.add("a", new Relu(), "input"));
        refused("at least one more node", sketch -> {});
    }

    private static void refused(String message, Consumer<Sketch> drawing) {
        try (Sketch sketch = new Sketch(Placement.standard())) {
            drawing.accept(sketch);
            assertThatIllegalArgumentException().isThrownBy(sketch::build).withMessageContaining(message);
        }
    }
}
