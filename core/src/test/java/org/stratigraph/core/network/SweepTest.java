package org.stratigraph.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Placement.Layout;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.Tensor;

/** A sweep under no rules is libtorch's derivative, to the last bit, however finely the focus cuts the network. */
class SweepTest {
    private static final Tensor IMAGES = Sketch.images(3);
    private static final int[] TARGETS = {4, 0, 2};

    static Stream<Arguments> networks() {
        Map<String, Function<Placement, Network>> kinds = new LinkedHashMap<>();
        kinds.put("chain", Sketch::chain);
        kinds.put("residual", Sketch::residual);
        kinds.put("concat", Sketch::concat);
        return kinds.entrySet().stream()
                .flatMap(kind -> Stream.of(Layout.values())
                        .map(layout -> Arguments.of(
                                Named.of(kind.getKey(), kind.getValue()),
                                Placement.standard().laidOut(layout))));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void every_layer_alone_in_focus(Function<Placement, Network> kind, Placement placement) {
        try (Network network = kind.apply(placement)) {
            for (Node node : network.nodes()) {
                String layer = node.name();
                assertThat(swept(network, Focus.on(List.of(layer))))
                        .containsOnlyKeys(layer)
                        .hasEntrySatisfying(
                                layer,
                                gradient -> assertThat(gradient)
                                        .as(layer)
                                        .isEqualTo(WholeGraph.gradient(network, IMAGES, TARGETS, layer)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void some_layers_in_focus(Function<Placement, Network> kind, Placement placement) {
        try (Network network = kind.apply(placement)) {
            List<String> names = network.nodes().stream().map(Node::name).toList();
            List<String> third = new ArrayList<>();
            for (int place = 1; place < names.size(); place += 3) {
                third.add(names.get(place));
            }
            assertAllExact(network, Focus.on(third), third);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everything_in_focus(Function<Placement, Network> kind, Placement placement) {
        try (Network network = kind.apply(placement)) {
            List<String> names = network.nodes().stream().map(Node::name).toList();
            assertAllExact(network, Focus.on(names), names);
            assertAllExact(network, Focus.everything(network), names);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void a_second_sweep_gives_the_same_again(Function<Placement, Network> kind, Placement placement) {
        try (Network network = kind.apply(placement)) {
            List<String> layers =
                    List.of(network.input(), network.nodes().get(3).name());
            Focus twice = Focus.on(layers, RuleSet.gradient(), RuleSet.gradient());
            network.trace(IMAGES, twice, trace -> {
                Map<String, float[]> first = swept(trace);
                Map<String, float[]> second = swept(trace);
                for (String layer : layers) {
                    float[] expected = WholeGraph.gradient(network, IMAGES, TARGETS, layer);
                    assertThat(first.get(layer)).as(layer).isEqualTo(expected);
                    assertThat(second.get(layer)).as(layer).isEqualTo(expected);
                }
                return true;
            });
        }
    }

    private static void assertAllExact(Network network, Focus focus, List<String> layers) {
        Map<String, float[]> swept = swept(network, focus);
        assertThat(swept).containsOnlyKeys(layers);
        swept.forEach((layer, gradient) ->
                assertThat(gradient).as(layer).isEqualTo(WholeGraph.gradient(network, IMAGES, TARGETS, layer)));
    }

    private static Map<String, float[]> swept(Network network, Focus focus) {
        return network.trace(IMAGES, focus, SweepTest::swept);
    }

    private static Map<String, float[]> swept(Trace trace) {
        Map<String, float[]> gradients = new LinkedHashMap<>();
        trace.sweep(
                RuleSet.gradient(),
                TARGETS,
                (layer, activation, relevance) -> gradients.put(layer, Torch.toFloats(relevance)));
        return gradients;
    }
}
