package org.stratigraph.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.NDArray;
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
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.Tensor;

/** Rows that start at different layers and go up together beside one image: the truncation (3.2) of many layers in one pass. */
class RisingRowsTest {
    private static final Tensor IMAGES = Sketch.images(3);

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
                    Close.assertClose(
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
                            Close.assertClose(own, alone, layer);
                            if (last > 0) {
                                float[] fromInput =
                                        Torch.toHeap(relevance).slice(0).toArray();
                                Close.assertClose(
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

    private static Network upper(Network network, String cut) {
        return cut.equals("input") ? network : network.from(cut);
    }
}
