package org.stratigraph.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Precision;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Focus;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.Request;

/**
 * What is true of every attribution method, on every {@link TinyNetwork}. Where two results may differ by rounding, they
 * may by 2e-5 of the map's largest value.
 */
public abstract class AttributionMethodContract {
    private static final Tensor IMAGES = TinyNetwork.images(3);
    private static final int[] TARGETS = {2, 0, 5};

    /** The method, as its plugin makes it. */
    protected abstract AttributionMethod method();

    /** The layers to explain; a method that serves layers off the cuts as well gives all with positions. */
    protected List<String> layers(Network network) {
        List<String> layers = new ArrayList<>(network.layersWithPositions());
        layers.retainAll(network.cuts());
        return layers;
    }

    /**
     * Whether a map at a cut is that of the upper half by itself: the paper's truncation. It is not where a baseline comes
     * from the network's input.
     */
    protected boolean truncates() {
        return true;
    }

    /** Whether the maps are of the input's size, whatever the layer. */
    protected boolean atInputSize() {
        return false;
    }

    @ParameterizedTest
    @EnumSource
    void gives_maps_in_the_order_of_the_request_at_the_resolution_it_promises(TinyNetwork kind) {
        try (Network network = kind.open()) {
            List<String> layers = new ArrayList<>(layers(network));
            Collections.shuffle(layers, new Random(3));
            List<LayerMaps> maps = method().attribute(network, request(layers));
            assertThat(maps).extracting(LayerMaps::layer).as("layers").isEqualTo(layers);
            for (LayerMaps layer : maps) {
                int[] shape = atInputSize()
                        ? IMAGES.shape()
                        : activation(network, layer.layer()).shape();
                assertThat(layer.maps()).as("maps of '%s'", layer.layer()).hasSameSizeAs(TARGETS);
                for (LayerMap map : layer.maps()) {
                    assertThat(new int[] {map.height(), map.width()})
                            .as("rows and columns of '%s'", layer.layer())
                            .containsExactly(shape[2], shape[3]);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void gives_finite_numbers_that_are_not_all_zero_in_either_precision(TinyNetwork kind) {
        for (Precision precision : Precision.values()) {
            try (Network network = kind.open(Placement.standard().in(precision))) {
                boolean[] anything = new boolean[1];
                for (LayerMaps maps : method().attribute(network, request(layers(network)))) {
                    for (float value : maps.stacked().toArray()) {
                        assertThat(value)
                                .as("a value at '%s' in %s", maps.layer(), precision)
                                .isFinite();
                        anything[0] |= value != 0;
                    }
                }
                assertThat(anything[0])
                        .as("some map says something in %s", precision)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void gives_the_same_to_the_last_bit_when_asked_again(TinyNetwork kind) {
        try (Network network = kind.open()) {
            Request request = request(layers(network));
            List<LayerMaps> first = method().attribute(network, request);
            Close.assertSame(method().attribute(network, request), first, "asked again");
        }
    }

    @ParameterizedTest
    @EnumSource
    void treats_an_image_in_a_batch_as_it_does_alone(TinyNetwork kind) {
        try (Network network = kind.open()) {
            List<String> layers = layers(network);
            List<LayerMaps> batch = method().attribute(network, request(layers));
            for (int image = 0; image < TARGETS.length; image++) {
                Tensor alone = Tensor.stack(List.of(IMAGES.slice(image)));
                List<LayerMaps> single =
                        method().attribute(network, new Request(alone, new int[] {TARGETS[image]}, layers));
                for (int layer = 0; layer < layers.size(); layer++) {
                    Close.assertClose(
                            batch.get(layer).maps().get(image),
                            single.get(layer).maps().get(0),
                            "image " + image);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void gives_a_layer_the_same_map_whatever_else_is_asked_for(TinyNetwork kind) {
        try (Network network = kind.open()) {
            List<String> layers = layers(network);
            List<LayerMaps> all = method().attribute(network, request(layers));
            List<String> reversed = new ArrayList<>(layers);
            Collections.reverse(reversed);
            List<LayerMaps> backwards = new ArrayList<>(method().attribute(network, request(reversed)));
            Collections.reverse(backwards);
            Close.assertClose(backwards, all);
            for (int i = 0; i < layers.size(); i++) {
                Close.assertClose(method().attribute(network, request(List.of(layers.get(i)))), List.of(all.get(i)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void leaves_the_images_and_the_network_as_they_were(TinyNetwork kind) {
        try (Network network = kind.open()) {
            float[] images = IMAGES.toArray();
            float[] logits = network.logits(IMAGES).toArray();
            method().attribute(network, request(layers(network)));
            assertThat(IMAGES.toArray()).as("images").isEqualTo(images);
            assertThat(network.logits(IMAGES).toArray()).as("logits").isEqualTo(logits);
        }
    }

    @ParameterizedTest
    @EnumSource
    void gives_four_threads_what_it_gives_one(TinyNetwork kind) {
        try (Network network = kind.open()) {
            Request request = request(layers(network));
            AttributionMethod method = method();
            List<LayerMaps> alone = method.attribute(network, request);
            Threads.together(4, 8, () -> method.attribute(network, request))
                    .forEach(maps -> Close.assertSame(maps, alone, "one of four threads"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void gives_at_a_cut_what_the_upper_half_gives_at_its_input(TinyNetwork kind) {
        assumeTrue(truncates(), "this method's baseline comes from the network's input");
        try (Network network = kind.open()) {
            List<String> cuts = new ArrayList<>(layers(network));
            cuts.retainAll(network.cuts());
            List<LayerMaps> whole = method().attribute(network, request(cuts));
            for (int i = 0; i < cuts.size(); i++) {
                try (Network upper = network.from(cuts.get(i))) {
                    Tensor activation = activation(network, cuts.get(i));
                    Request atInput = new Request(activation, TARGETS, List.of(upper.input()));
                    Close.assertClose(method().attribute(upper, atInput), List.of(whole.get(i)));
                }
            }
        }
    }

    @Test
    void refuses_a_layer_that_does_not_exist_and_says_which_do() {
        try (Network network = TinyNetwork.CHAIN.open()) {
            assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(() -> method().attribute(network, request(List.of("relu2", "relu22"))))
                    .withMessageContaining("'relu22'")
                    .withMessageMatching("(?s).*\\brelu2\\b.*");
        }
    }

    @Test
    void refuses_a_layer_without_positions_and_says_which_have_them() {
        try (Network network = TinyNetwork.CHAIN.open()) {
            for (String layer : List.of("flatten", "fc")) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> method().attribute(network, request(List.of("relu2", layer))))
                        .withMessageContaining("'" + layer + "'")
                        .withMessageMatching("(?s).*\\b(input|conv1|relu1|pool|conv2|relu2)\\b.*");
            }
        }
    }

    @Test
    void refuses_a_class_that_does_not_exist_and_says_which_do() {
        try (Network network = TinyNetwork.CHAIN.open()) {
            for (int target : new int[] {-1, TinyNetwork.CLASSES}) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> method().attribute(
                                        network, new Request(IMAGES, new int[] {0, target, 0}, List.of("relu2"))))
                        .withMessageContaining("class " + target)
                        .withMessageMatching("(?s).*\\b" + (TinyNetwork.CLASSES - 1) + "\\b.*");
            }
        }
    }

    private static Request request(List<String> layers) {
        return new Request(IMAGES, TARGETS, layers);
    }

    private static Tensor activation(Network network, String layer) {
        return network.trace(IMAGES, Focus.forwardOnly(List.of(layer)), trace -> {
            NDArray activation = trace.activation(layer);
            long[] shape = activation.getShape().getShape();
            return Tensor.of(
                    Torch.toFloats(activation), (int) shape[0], (int) shape[1], (int) shape[2], (int) shape[3]);
        });
    }
}
