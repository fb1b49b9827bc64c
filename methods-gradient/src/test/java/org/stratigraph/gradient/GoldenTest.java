package org.stratigraph.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Precision;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Focus;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.RuleSet;
import org.stratigraph.core.spi.Model;

/** Forward passes, gradients and input x gradient of two full-depth networks against PyTorch and Captum. */
class GoldenTest {
    private static final int[] CHANNELS = {1};

    static Stream<Arguments> cases() {
        return Stream.of(Golden.CASES)
                .flatMap(name -> Stream.of(Precision.values()).map(precision -> Arguments.of(name, precision)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void logits(String name, Precision precision) {
        Golden golden = Golden.of(name);
        try (Model model = open(golden, precision)) {
            golden.check("logits", model.network().logits(golden.images()).toArray());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void activations(String name, Precision precision) {
        Golden golden = Golden.of(name);
        try (Model model = open(golden, precision)) {
            Network network = model.network();
            golden.layers("activation")
                    .forEach(layer -> golden.check(
                            "activation/" + layer,
                            network.trace(golden.images(), trace -> floats(trace.activation(layer)))));
            golden.layers("activation_sum")
                    .forEach(layer -> golden.check(
                            "activation_sum/" + layer,
                            network.trace(
                                    golden.images(),
                                    Focus.forwardOnly(List.of(layer)),
                                    trace -> floats(trace.activation(layer).sum(CHANNELS)))));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_gradient_at_every_layer(String name, Precision precision) {
        Golden golden = Golden.of(name);
        try (Model model = open(golden, precision)) {
            checkMaps(golden, model.network(), "gradient", "gradient");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void input_x_gradient_at_every_layer(String name, Precision precision) {
        Golden golden = Golden.of(name);
        try (Model model = open(golden, precision)) {
            checkMaps(golden, model.network(), "input-x-gradient", "input_x_gradient");
        }
    }

    /** Every method at every layer that there are numbers for: all nineteen at 64 x 64, fewer where the image is not square. */
    @ParameterizedTest
    @MethodSource("cases")
    void saliency_deconvnet_and_guided_backprop(String name, Precision precision) {
        Golden golden = Golden.of(name);
        try (Model model = open(golden, precision)) {
            checkMaps(golden, model.network(), "saliency", "saliency");
            checkMaps(golden, model.network(), "guided-backprop", "guided_backprop");
            if (!name.endsWith("_nonsquare")) {
                checkMaps(golden, model.network(), "deconvnet", "deconvnet");
                checkMaps(golden, model.network(), "input-x-guided-backprop", "input_x_guided_backprop");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"thin_vgg16", "thin_resnet50"})
    void the_gradient_of_each_colour_of_the_first_image(String name) {
        Golden golden = Golden.of(name);
        try (Model model = open(golden, Precision.FLOAT32)) {
            Tensor first = Tensor.stack(List.of(golden.images().slice(0)));
            int[] target = {golden.targets()[0]};
            Map<String, float[]> gradient = new HashMap<>();
            model.network().trace(first, Focus.on(List.of("input")), trace -> {
                trace.sweep(
                        RuleSet.gradient(),
                        target,
                        (layer, activation, relevance) -> gradient.put(layer, floats(relevance)));
                return true;
            });
            golden.check("gradient/input/full", gradient.get("input"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"thin_vgg16", "thin_vgg16_nonsquare", "thin_resnet50", "thin_resnet50_nonsquare"})
    void a_map_upsampled_to_the_input(String name) {
        Golden golden = Golden.of(name);
        String source = golden.layers("upsampled").get(0);
        Tensor maps = golden.tensor(source);
        Tensor expected = golden.tensor("upsampled/" + source);
        List<Tensor> upsampled = Stream.iterate(0, image -> image < maps.dimension(0), image -> image + 1)
                .map(image -> new LayerMap(
                                source,
                                maps.dimension(1),
                                maps.dimension(2),
                                maps.slice(image).toArray())
                        .upsample(expected.dimension(1), expected.dimension(2)))
                .map(map -> Tensor.of(map.values(), map.height(), map.width()))
                .toList();
        golden.check("upsampled/" + source, Tensor.stack(upsampled).toArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"thin_vgg16", "thin_resnet50"})
    void the_probe_all_chooses_the_nineteen_layers_of_the_reference(String name) {
        Golden golden = Golden.of(name);
        try (Model model = open(golden, Precision.FLOAT32)) {
            assertThat(Parts.probe("all").layers(model.network()))
                    .hasSize(19)
                    .isEqualTo(golden.layers("input_x_gradient"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"thin_vgg16", "thin_resnet50"})
    void the_numbers_tell_the_two_methods_apart(String name) {
        Golden golden = Golden.of(name);
        try (Model model = open(golden, Precision.FLOAT32)) {
            assertThatThrownBy(() -> checkMaps(golden, model.network(), "gradient", "input_x_gradient"))
                    .isInstanceOf(AssertionError.class);
            assertThatThrownBy(() -> checkMaps(golden, model.network(), "input-x-gradient", "gradient"))
                    .isInstanceOf(AssertionError.class);
        }
    }

    private static void checkMaps(Golden golden, Network network, String method, String stored) {
        golden.checkMaps(Parts.method(method), network, stored);
    }

    private static Model open(Golden golden, Precision precision) {
        return golden.open(Placement.standard().in(precision));
    }

    private static float[] floats(NDArray array) {
        return Torch.toFloats(array);
    }
}
