package org.stratigraph.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.op.Relu;

/** What a trace lends, for how long, and what it refuses. */
class TraceTest {
    private static final Tensor IMAGES = Sketch.images(2);
    private static final int[] TARGETS = {0, 1};
    private static final Trace.Visitor NOTHING = (layer, activation, relevance) -> {};
    private static Network network;

    @BeforeAll
    static void open() {
        network = Sketch.residual(Placement.standard());
    }

    @AfterAll
    static void close() {
        network.close();
    }

    @Test
    void layers_in_focus_are_met_from_the_top_downward_with_their_activations() {
        List<String> met = new ArrayList<>();
        Focus focus = Focus.on(List.of("input", "relu", "block1", "fc"));
        network.trace(IMAGES, focus, trace -> {
            trace.sweep(RuleSet.gradient(), TARGETS, (layer, activation, relevance) -> {
                met.add(layer);
                assertThat(activation).as(layer).isSameAs(trace.activation(layer));
                assertThat(relevance.getShape()).as(layer).isEqualTo(activation.getShape());
            });
            return true;
        });
        assertThat(met).containsExactly("fc", "block1", "relu", "input");
    }

    @Test
    void a_focus_on_the_logits_alone_shows_the_targets() {
        network.trace(IMAGES, Focus.on(List.of("fc")), trace -> {
            trace.sweep(
                    RuleSet.gradient(),
                    TARGETS,
                    (layer, activation, relevance) ->
                            assertThat(relevance.toFloatArray()).containsExactly(1, 0, 0, 0, 0, 0, 1, 0, 0, 0));
            return true;
        });
    }

    @Test
    void activations_in_focus_can_be_read_without_a_sweep() {
        float[] relu = network.trace(
                IMAGES,
                Focus.forwardOnly(List.of("relu")),
                trace -> trace.activation("relu").toFloatArray());
        assertThat(relu).hasSize(2 * 4 * Sketch.HEIGHT * Sketch.WIDTH);
        for (float value : relu) {
            assertThat(value).isNotNegative();
        }
    }

    @Test
    void a_pass_up_to_a_layer_reads_the_same_and_has_no_logits() {
        float[] whole = network.trace(
                IMAGES,
                Focus.forwardOnly(List.of("block1")),
                trace -> trace.onHeap("block1").toArray());
        network.trace(IMAGES, Focus.upTo(List.of("block1", "relu")), trace -> {
            assertThat(trace.onHeap("block1").toArray()).isEqualTo(whole);
            assertThatIllegalStateException().isThrownBy(trace::logits).withMessageContaining("'fc' is not at hand");
            assertThatIllegalStateException()
                    .isThrownBy(() -> trace.sweep(RuleSet.gradient(), TARGETS, NOTHING))
                    .withMessageContaining("0 sweeps");
            return true;
        });
    }

    @Test
    void the_arrays_of_a_pass_die_with_it() {
        List<NDArray> kept = new ArrayList<>();
        network.trace(IMAGES, trace -> {
            kept.add(trace.activation("input"));
            kept.add(trace.activation("block1"));
            trace.sweep(RuleSet.gradient(), TARGETS, (layer, activation, relevance) -> kept.add(relevance));
            return true;
        });
        assertThat(kept).hasSize(2 + network.nodes().size()).allMatch(NDArray::isReleased);
    }

    @Test
    void the_arrays_of_a_pass_die_with_it_when_the_body_throws() {
        List<NDArray> kept = new ArrayList<>();
        assertThatIllegalStateException()
                .isThrownBy(() -> network.trace(IMAGES, trace -> {
                    trace.sweep(RuleSet.gradient(), TARGETS, (layer, activation, relevance) -> {
                        kept.add(activation);
                        kept.add(relevance);
                        throw new IllegalStateException("thrown by the body");
                    });
                    return true;
                }))
                .withMessage("thrown by the body");
        assertThat(kept).hasSize(2).allMatch(NDArray::isReleased);
    }

    @Test
    void the_network_holds_the_same_arrays_before_and_after() {
        int before = weights().getManagedArrays().size();
        network.logits(IMAGES);
        network.trace(IMAGES, trace -> {
            trace.sweep(RuleSet.gradient().with(Relu.class, Call::vjp), TARGETS, NOTHING);
            trace.sweep(RuleSet.gradient(), TARGETS, NOTHING);
            return true;
        });
        assertThat(weights().getManagedArrays()).hasSize(before);
    }

    private static NDManager weights() {
        return network.trace(
                IMAGES,
                Focus.forwardOnly(List.of()),
                trace -> trace.activation("input").getManager().getParentManager());
    }

    @Test
    void an_array_of_the_pass_cannot_be_given_away() {
        assertThatIllegalStateException()
                .isThrownBy(() -> network.trace(IMAGES, trace -> trace.activation("relu")))
                .withMessageContaining("copy what is needed to the heap");
        assertThatIllegalStateException()
                .isThrownBy(() -> network.trace(IMAGES, trace -> new NDList(trace.activation("relu"))));
    }

    @Test
    void a_layer_out_of_focus_is_refused_and_so_is_one_that_does_not_exist() {
        network.trace(IMAGES, Focus.on(List.of("relu")), trace -> {
            assertThatIllegalStateException()
                    .isThrownBy(() -> trace.activation("block1.conv"))
                    .withMessageContaining("'block1.conv'")
                    .withMessageContaining("focus");
            assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(() -> trace.activation("block9"))
                    .withMessageContaining("no layer 'block9'")
                    .withMessageContaining("block1");
            return true;
        });
    }

    @Test
    void a_layer_cannot_be_read_after_the_last_sweep_that_was_announced() {
        network.trace(IMAGES, Focus.on(List.of("relu")), trace -> {
            trace.sweep(RuleSet.gradient(), TARGETS, NOTHING);
            assertThatIllegalStateException()
                    .isThrownBy(() -> trace.activation("relu"))
                    .withMessageContaining("before or during the last sweep");
            return true;
        });
    }

    @Test
    void a_sweep_that_the_focus_did_not_announce_is_refused() {
        network.trace(IMAGES, Focus.forwardOnly(List.of("relu")), trace -> {
            assertThatIllegalStateException()
                    .isThrownBy(() -> trace.sweep(RuleSet.gradient(), TARGETS, NOTHING))
                    .withMessageContaining("0 sweeps");
            return true;
        });
        network.trace(IMAGES, Focus.on(List.of("relu")), trace -> {
            trace.sweep(RuleSet.gradient(), TARGETS, NOTHING);
            assertThatIllegalStateException()
                    .isThrownBy(() -> trace.sweep(RuleSet.gradient(), TARGETS, NOTHING))
                    .withMessageContaining("1 sweeps and they are done");
            return true;
        });
    }

    @Test
    void rules_that_the_focus_did_not_announce_are_refused() {
        network.trace(IMAGES, Focus.on(List.of("relu")), trace -> {
            assertThatIllegalStateException()
                    .isThrownBy(() -> trace.sweep(RuleSet.gradient().with(Relu.class, Call::vjp), TARGETS, NOTHING))
                    .withMessageContaining("no rules at relu");
            return true;
        });
    }

    @Test
    void targets_that_do_not_fit_are_refused_and_cost_no_sweep() {
        network.trace(IMAGES, Focus.on(List.of("relu")), trace -> {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> trace.sweep(RuleSet.gradient(), new int[] {1}, NOTHING))
                    .withMessage("2 images need as many targets, not 1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> trace.sweep(RuleSet.gradient(), new int[] {1, 5}, NOTHING))
                    .withMessage("no class 5; this network has 0 to 4");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> trace.sweep(RuleSet.gradient(), new int[] {-1, 0}, NOTHING));
            trace.sweep(RuleSet.gradient(), TARGETS, NOTHING);
            return true;
        });
    }

    @Test
    void a_closed_network_refuses_a_pass() {
        Network closed = Sketch.chain(Placement.standard());
        NDArray weight = closed.node("conv1").op().parameters().get(0);
        closed.close();
        closed.close();
        assertThat(weight.isReleased()).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> closed.logits(IMAGES));
    }
}
