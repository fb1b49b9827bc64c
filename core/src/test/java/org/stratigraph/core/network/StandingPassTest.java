package org.stratigraph.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.Tensor;

/** Each image is compared with rows of zeros that rise from three cuts. */
class StandingPassTest {
    private static final List<String> CUTS = List.of("input", "relu", "block1");
    private static final Focus FOCUS = Focus.on(CUTS);
    private static final Tensor IMAGES = Sketch.images(3);
    private static final long BYTES = 1 << 20;

    private final Network network = Sketch.residual(Placement.standard());
    private final AtomicInteger forwards = new AtomicInteger();

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void every_call_gets_the_bits_of_a_pass_of_its_own() {
        List<Map<String, float[]>> own = new ArrayList<>();
        for (int image = 0; image < 3; image++) {
            own.add(gradients(image));
            network.forget();
        }
        assertThat(forwards).hasValue(3);
        for (int call = 0; call < 9; call++) {
            Map<String, float[]> shared = gradients(call % 3);
            own.get(call % 3)
                    .forEach((layer, gradient) ->
                            assertThat(shared.get(layer)).as(layer).containsExactly(gradient));
        }
        assertThat(forwards).hasValue(3 + 2); // one that was not kept, and the one that stands
    }

    @Test
    void a_call_that_is_not_repeated_leaves_nothing_behind() {
        long free = held();
        ask("one", trace -> {});
        ask("two", trace -> {});
        ask("one", trace -> {});
        assertThat(held()).isEqualTo(free);
        assertThat(forwards).hasValue(3);
    }

    @Test
    void a_pass_that_stands_counts_as_memory_that_can_be_had() {
        ask("one", trace -> {});
        ask("one", trace -> {});
        assertThat(held()).isEqualTo(BYTES);
        ask("two", trace -> {});
        assertThat(held()).isZero();
    }

    @Test
    void upper_halves_share_the_slot_of_their_network() {
        ask("one", trace -> {});
        ask("one", trace -> {});
        network.from("relu").forget();
        ask("one", trace -> {});
        assertThat(forwards).hasValue(3);
    }

    @Test
    void a_body_that_breaks_ends_the_pass() {
        ask("one", trace -> {});
        ask("one", trace -> {});
        assertThatIllegalStateException()
                .isThrownBy(() -> ask("one", trace -> {
                    throw new IllegalStateException("in the middle");
                }));
        assertThat(held()).isZero();
        ask("one", trace -> {});
        assertThat(forwards).hasValue(3);
    }

    @Test
    void a_body_that_asks_again_gets_a_pass_of_its_own() {
        Set<Trace> passes = new HashSet<>();
        ask("one", trace -> {});
        ask("one", outer -> {
            passes.add(outer);
            ask("one", passes::add);
        });
        ask("one", passes::add);
        assertThat(passes).hasSize(2);
    }

    @Test
    void a_thread_that_finds_it_in_use_runs_its_own() throws InterruptedException {
        Set<Trace> passes = new HashSet<>();
        ask("one", trace -> {});
        ask("one", outer -> {
            passes.add(outer);
            Thread other = new Thread(() -> ask("one", passes::add));
            other.start();
            join(other);
        });
        assertThat(passes).hasSize(2);
    }

    private static void join(Thread other) {
        try {
            other.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void ask(String key, Consumer<Trace> body) {
        ask(key, IMAGES.slice(0), body);
    }

    private void ask(String key, Tensor image, Consumer<Trace> body) {
        network.trace(Tensor.stack(List.of(image)), FOCUS.unswept(), alone -> {
            Map<String, UnaryOperator<NDArray>> starts = new HashMap<>();
            CUTS.forEach(cut -> starts.put(cut, NDArray::zerosLike));
            starts.put("input", there -> {
                forwards.incrementAndGet();
                return there.zerosLike();
            });
            network.standing(key, BYTES, Feed.rising(alone, starts), FOCUS, rows -> {
                rows.against(alone);
                body.accept(rows);
            });
            return true;
        });
    }

    /** The gradients at every cut, times the difference from the image, which is what a comparison needs. */
    private Map<String, float[]> gradients(int image) {
        Map<String, float[]> found = new HashMap<>();
        List<Target> targets = CUTS.stream().map(cut -> Target.logit(image)).toList();
        ask(
                "rows",
                IMAGES.slice(image),
                rows -> rows.sweep(RuleSet.gradient(), targets, (layer, row, gradient) -> {
                    try (NDArray difference =
                            rows.reference().activation(layer).sub(row).mul(gradient)) {
                        found.put(layer, Torch.toFloats(difference));
                    }
                }));
        return found;
    }

    private long held() {
        return network.standingBytes();
    }
}
