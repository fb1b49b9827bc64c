package org.stratigraph.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Placement.Layout;
import org.stratigraph.core.engine.Precision;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.Tensor;

/** Precision, layout, batch and thread change a result by rounding at most. */
class PlacementTest {
    private static final Tensor IMAGES = Sketch.images(3);
    private static final int[] TARGETS = {2, 4, 0};

    static Stream<Named<Function<Placement, Network>>> networks() {
        return Stream.of(
                Named.of("chain", Sketch::chain),
                Named.of("residual", Sketch::residual),
                Named.of("concat", Sketch::concat));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void float32_is_float64_up_to_rounding(Function<Placement, Network> kind) {
        try (Network narrow = kind.apply(Placement.standard());
                Network wide = kind.apply(Placement.standard().in(Precision.FLOAT64))) {
            assertClose(numbers(narrow, IMAGES, TARGETS), numbers(wide, IMAGES, TARGETS), 1e-5f);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void the_layout_in_memory_is_not_seen_in_a_result(Function<Placement, Network> kind) {
        Placement exact = Placement.standard().in(Precision.FLOAT64);
        try (Network last = kind.apply(exact);
                Network first = kind.apply(exact.laidOut(Layout.CHANNELS_FIRST))) {
            assertClose(numbers(last, IMAGES, TARGETS), numbers(first, IMAGES, TARGETS), 1e-7f);
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void an_image_in_a_batch_is_treated_as_it_is_alone(Function<Placement, Network> kind) {
        try (Network network = kind.apply(Placement.standard())) {
            Map<String, float[]> batch = numbers(network, IMAGES, TARGETS);
            for (int image = 0; image < TARGETS.length; image++) {
                Tensor alone = IMAGES.slice(image).reshape(1, 3, Sketch.HEIGHT, Sketch.WIDTH);
                Map<String, float[]> single = numbers(network, alone, new int[] {TARGETS[image]});
                for (Map.Entry<String, float[]> entry : single.entrySet()) {
                    int length = entry.getValue().length;
                    float[] part = new float[length];
                    System.arraycopy(batch.get(entry.getKey()), image * length, part, 0, length);
                    assertThat(part).as(entry.getKey()).containsExactly(entry.getValue(), within(1e-5f));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void four_threads_on_one_network_give_the_same_bits(Function<Placement, Network> kind) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Network network = kind.apply(Placement.standard())) {
            Map<String, float[]> alone = numbers(network, IMAGES, TARGETS);
            List<Callable<Map<String, float[]>>> calls = Stream.<Callable<Map<String, float[]>>>generate(
                            () -> () -> numbers(network, IMAGES, TARGETS))
                    .limit(12)
                    .toList();
            for (var result : threads.invokeAll(calls)) {
                assertClose(result.get(), alone, 0);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void a_device_that_does_not_exist_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetworkBuilder(Placement.standard().on("tpu")))
                .withMessageContaining("unknown device 'tpu'; there are auto, cpu and gpu:N");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetworkBuilder(Placement.standard().on("gpu:99")))
                .withMessageContaining("no device 'gpu:99'");
    }

    private static Map<String, float[]> numbers(Network network, Tensor images, int[] targets) {
        Map<String, float[]> numbers = new LinkedHashMap<>();
        network.trace(images, trace -> {
            numbers.put("logits", trace.logits().toArray());
            trace.sweep(RuleSet.gradient(), targets, (layer, activation, relevance) -> {
                numbers.put("activation " + layer, Torch.toFloats(activation));
                numbers.put("relevance " + layer, Torch.toFloats(relevance));
            });
            return true;
        });
        return numbers;
    }

    private static void assertClose(Map<String, float[]> got, Map<String, float[]> expected, float tolerance) {
        assertThat(got).hasSameSizeAs(expected);
        expected.forEach(
                (name, values) -> assertThat(got.get(name)).as(name).containsExactly(values, within(tolerance)));
    }
}
