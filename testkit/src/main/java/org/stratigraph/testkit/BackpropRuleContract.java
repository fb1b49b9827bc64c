package org.stratigraph.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.BackpropRule;
import org.stratigraph.core.network.Call;
import org.stratigraph.core.network.Focus;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.RuleSet;
import org.stratigraph.core.op.Op;

/** What is true of every backpropagation rule of a set, at every node that it is for. */
public abstract class BackpropRuleContract {
    private static final Tensor IMAGES = TinyNetwork.images(2);
    private static final int[] TARGETS = {1, 4};

    private final List<Network> networks = new ArrayList<>();

    /** The set, as its plugin makes it. */
    protected abstract RuleSet rules();

    /**
     * Networks that hold every kind of op that the rules are for, and take two images of {@link TinyNetwork}'s; to be
     * overridden by rules for an op that no {@link TinyNetwork} has.
     */
    protected List<Network> open() {
        return Stream.of(TinyNetwork.values()).map(TinyNetwork::open).toList();
    }

    @BeforeEach
    void openNetworks() {
        networks.addAll(open());
    }

    @AfterEach
    void closeNetworks() {
        networks.forEach(Network::close);
    }

    @Test
    void serves_every_kind_of_op_that_it_names() {
        Set<Class<? extends Op>> met = new HashSet<>();
        watch((call, relevance, below, rule) -> met.add(call.node().op().getClass()));
        assertThat(met).as("kinds of op met in the networks of open()").isEqualTo(rules().kinds());
    }

    @Test
    void gives_each_input_finite_relevance_of_its_shape() {
        watch((call, relevance, below, rule) -> {
            assertThat(below).as(at(call)).hasSameSizeAs(call.inputs());
            for (int i = 0; i < below.size(); i++) {
                assertThat(below.get(i).getShape())
                        .as("the shape of input %d %s", i, at(call))
                        .isEqualTo(call.inputs().get(i).getShape());
                for (float value : Torch.toFloats(below.get(i))) {
                    assertThat(value)
                            .as("relevance of input %d %s", i, at(call))
                            .isFinite();
                }
            }
        });
    }

    @Test
    void changes_neither_the_relevance_nor_the_activations_that_it_is_shown() {
        RuleSet rules = rules();
        for (Network network : networks) {
            RuleSet watched = rules;
            for (Class<? extends Op> kind : rules.kinds()) {
                watched = watched.with(kind, (call, relevance) -> {
                    NDList shown = new NDList(call.inputs());
                    shown.add(call.output());
                    shown.add(relevance);
                    List<float[]> before = shown.stream().map(Torch::toFloats).toList();
                    NDList below = rules.rule(call.node().op()).apply(call, relevance);
                    for (int i = 0; i < shown.size(); i++) {
                        assertThat(Torch.toFloats(shown.get(i)))
                                .as("inputs, output and relevance %s", at(call))
                                .isEqualTo(before.get(i));
                    }
                    return below;
                });
            }
            sweep(network, IMAGES, TARGETS, watched);
        }
    }

    @Test
    void gives_no_relevance_where_none_arrives() {
        watch((call, relevance, below, rule) -> {
            for (NDArray share : rule.apply(call, relevance.zerosLike())) {
                for (float value : Torch.toFloats(share)) {
                    assertThat(value == 0) // of either sign
                            .as("from no relevance none comes %s, and not %s", at(call), value)
                            .isTrue();
                }
            }
        });
    }

    @Test
    void gives_the_same_to_the_last_bit_when_swept_again() {
        for (Network network : networks) {
            Map<String, float[]> first = sweep(network, IMAGES, TARGETS, rules());
            sweep(network, IMAGES, TARGETS, rules())
                    .forEach((layer, relevance) ->
                            assertThat(relevance).as("at '%s'", layer).isEqualTo(first.get(layer)));
        }
    }

    @Test
    void keeps_the_images_of_a_batch_apart() {
        for (Network network : networks) {
            Map<String, float[]> batch = sweep(network, IMAGES, TARGETS, rules());
            for (int image = 0; image < TARGETS.length; image++) {
                Tensor alone = Tensor.stack(List.of(IMAGES.slice(image)));
                int index = image;
                sweep(network, alone, new int[] {TARGETS[image]}, rules()).forEach((layer, relevance) -> {
                    float[] part = new float[relevance.length];
                    System.arraycopy(batch.get(layer), index * part.length, part, 0, part.length);
                    Close.assertClose(part, relevance, "relevance of image " + index + " at '" + layer + "'");
                });
            }
        }
    }

    @Test
    void does_not_depend_on_what_else_is_in_focus() {
        for (Network network : networks) {
            Map<String, float[]> everything = sweep(network, IMAGES, TARGETS, rules());
            String layer = network.input();
            Focus narrow = Focus.on(List.of(layer), rules());
            float[] alone = sweep(network, IMAGES, TARGETS, rules(), narrow).get(layer);
            Close.assertClose(alone, everything.get(layer), "relevance at '" + layer + "'");
        }
    }

    /** Sees what a rule gave back, and may ask it again. */
    private interface Watcher {
        void see(Call call, NDArray relevance, NDList below, BackpropRule rule);
    }

    private void watch(Watcher watcher) {
        RuleSet rules = rules();
        RuleSet watched = rules;
        for (Class<? extends Op> kind : rules.kinds()) {
            watched = watched.with(kind, (call, relevance) -> {
                BackpropRule rule = rules.rule(call.node().op());
                NDList below = rule.apply(call, relevance);
                watcher.see(call, relevance, below, rule);
                return below;
            });
        }
        for (Network network : networks) {
            sweep(network, IMAGES, TARGETS, watched);
        }
    }

    /** The relevance at every node. */
    private static Map<String, float[]> sweep(Network network, Tensor images, int[] targets, RuleSet rules) {
        return sweep(network, images, targets, rules, Focus.everything(network));
    }

    private static Map<String, float[]> sweep(
            Network network, Tensor images, int[] targets, RuleSet rules, Focus focus) {
        Map<String, float[]> relevances = new LinkedHashMap<>();
        return network.trace(images, focus, trace -> {
            trace.sweep(
                    rules, targets, (layer, activation, relevance) -> relevances.put(layer, Torch.toFloats(relevance)));
            return relevances;
        });
    }

    private static String at(Call call) {
        return "at '" + call.node().name() + "', a " + call.node().op().kind();
    }
}
