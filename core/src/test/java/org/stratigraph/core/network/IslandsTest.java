package org.stratigraph.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.op.Concat;
import org.stratigraph.core.op.Relu;

/** Where a focus cuts a network into islands. */
class IslandsTest {
    private static final RuleSet RELUS = RuleSet.gradient().with(Relu.class, Call::vjp);

    @Test
    void a_focus_on_the_input_leaves_the_whole_network_to_libtorch_in_one_piece() {
        for (Function<Placement, Network> kind : kinds()) {
            try (Network network = kind.apply(Placement.standard())) {
                assertThat(described(network, Focus.on(List.of("input"))))
                        .singleElement()
                        .asString()
                        .endsWith("-> " + network.output());
            }
        }
    }

    @Test
    void a_layer_in_focus_ends_an_island_and_begins_another() {
        try (Network network = Sketch.chain(Placement.standard())) {
            assertThat(described(network, Focus.on(List.of("pool"))))
                    .containsExactly("[input] conv1 relu1 -> pool", "[pool] conv2 relu2 flatten -> fc");
        }
    }

    @Test
    void an_output_that_two_islands_read_is_an_island_of_its_own() {
        try (Network network = Sketch.residual(Placement.standard())) {
            assertThat(described(network, Focus.on(List.of("block2.relu"))))
                    .containsExactly(
                            "[input] conv1 bn1 relu block1.conv block1.bn block1.down block1.down_bn block1.add -> block1",
                            "[block1] block2.conv1 block2.bn1 -> block2.relu",
                            "[block2.relu, block1] block2.conv2 block2.bn2 block2.add block2 avgpool -> fc");
        }
    }

    @Test
    void a_ruled_node_stands_alone_and_its_inputs_are_borders() {
        try (Network network = Sketch.chain(Placement.standard())) {
            assertThat(described(network, Focus.on(List.of("input"), RELUS)))
                    .containsExactly(
                            "[input] -> conv1",
                            "[conv1] -> relu1",
                            "[relu1] pool -> conv2",
                            "[conv2] -> relu2",
                            "[relu2] flatten -> fc");
        }
    }

    @Test
    void a_ruled_node_reads_its_inputs_in_the_order_that_it_names_them() {
        try (Network network = Sketch.concat(Placement.standard())) {
            RuleSet concats = RuleSet.gradient().with(Concat.class, Call::vjp);
            assertThat(described(network, Focus.on(List.of("input"), concats)))
                    .contains("[fire.one_relu, fire.three_relu] -> fire");
        }
    }

    @Test
    void relevance_stops_at_the_lowest_layer_in_focus() {
        try (Network network = Sketch.residual(Placement.standard())) {
            Focus focus = Focus.on(List.of("block2.relu"), RELUS);
            Graph graph = new Graph(network.nodes());
            assertThat(Islands.of(graph, focus).bottomUp().stream()
                            .filter(Island::sweeps)
                            .map(island -> graph.node(island.root()).name()))
                    .containsExactly("block2.add", "block2", "fc");
        }
    }

    @Test
    void nothing_sweeps_without_a_sweep() {
        try (Network network = Sketch.residual(Placement.standard())) {
            Islands islands =
                    Islands.of(new Graph(network.nodes()), Focus.forwardOnly(List.of("input", "block1", "fc")));
            assertThat(islands.bottomUp()).hasSize(2).noneMatch(Island::sweeps);
        }
    }

    @Test
    void a_focus_on_everything_makes_one_island_a_node() {
        try (Network network = Sketch.residual(Placement.standard())) {
            assertThat(described(network, Focus.everything(network)))
                    .hasSize(network.nodes().size() - 1);
        }
    }

    @Test
    void a_layer_that_does_not_exist_is_named_with_those_that_come_near() {
        try (Network network = Sketch.residual(Placement.standard())) {
            assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(() -> described(network, Focus.on(List.of("blok1"))))
                    .withMessageContaining("'blok1'")
                    .withMessageContaining("block1");
        }
    }

    private static List<Function<Placement, Network>> kinds() {
        return List.of(Sketch::chain, Sketch::residual, Sketch::concat);
    }

    /** Each island as {@code [sources] members -> root}. */
    private static List<String> described(Network network, Focus focus) {
        Graph graph = new Graph(network.nodes());
        return Islands.of(graph, focus).bottomUp().stream()
                .map(island -> names(graph, island.sources())
                        + " "
                        + String.join(" ", names(graph, island.members())).replaceFirst("(\\S+)$", "-> $1"))
                .toList();
    }

    private static List<String> names(Graph graph, List<Integer> places) {
        return places.stream().map(place -> graph.node(place).name()).toList();
    }
}
