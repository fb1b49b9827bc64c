package org.stratigraph.cam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Precision;
import org.stratigraph.core.image.Completeness;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.image.View;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.Model;

/** The CAM family at every layer that there are numbers for, raw and as it is shown. */
class CamGoldenTest {
    private static final String FACTORS = "cameras:factors=1/1.5/1.75/2.5/3.25";
    private static final List<String> LAYERS = List.of(
            "features.29",
            "features.30",
            "features.8",
            "features.15",
            "features.22",
            "layer4.2",
            "layer1.2",
            "layer2.3",
            "layer3.5");

    /** Names of the numbers, by the method's. */
    private static final Map<String, String> STORED = Map.of(
            "grad-cam",
            "gradcam",
            "grad-cam++",
            "gradcam_pp",
            "layer-cam",
            "layercam",
            "xgrad-cam",
            "xgradcam",
            "hires-cam",
            "hirescam",
            "eigen-cam",
            "eigencam",
            "ablation-cam",
            "ablationcam",
            "score-cam",
            "scorecam_official",
            "score-cam:variant=softmax-channels",
            "scorecam_popular",
            FACTORS,
            "cameras");

    static Stream<Arguments> cases() {
        return Stream.of("thin_vgg16", "thin_resnet50")
                .flatMap(name -> Stream.of(Precision.values()).map(precision -> Arguments.of(name, precision)));
    }

    static Stream<Arguments> methods() {
        return cases().flatMap(some ->
                STORED.keySet().stream().sorted().map(method -> Arguments.of(some.get()[0], some.get()[1], method)));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void the_signed_map_at_every_layer(String name, Precision precision, String method) {
        Golden golden = Golden.of(name);
        int compared = 0;
        try (Model model = open(golden, precision)) {
            for (String layer : LAYERS) {
                for (String targets : List.of("a", "b")) {
                    String stored = STORED.get(method) + "/" + layer + "/" + targets + "/raw";
                    if (golden.has(stored)) {
                        golden.check(Parts.method(method), model.network(), targets, layer, stored);
                        compared++;
                    }
                }
            }
        }
        assertThat(compared).as("layers and targets compared").isGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void grad_cam_as_it_is_shown(String name, Precision precision) {
        Golden golden = Golden.of(name);
        try (Model model = open(golden, precision)) {
            String layer = last(model.network());
            for (String targets : List.of("a", "b")) {
                AttributionMethod method = Parts.method("grad-cam");
                LayerMaps maps = method.attribute(model.network(), golden.request(targets, layer))
                        .get(0);
                List<Tensor> shown = maps.maps().stream()
                        .map(map -> method.view().of(map).upsample(64, 64))
                        .map(map -> Tensor.of(map.values(), map.height(), map.width()))
                        .toList();
                golden.check(
                        "gradcam/" + layer + "/" + targets + "/relu_up",
                        Tensor.stack(shown).toArray());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void score_cam_and_cameras_as_they_are_shown(String name, Precision precision) {
        Golden golden = Golden.of(name);
        try (Model model = open(golden, precision)) {
            String layer = last(model.network());
            for (String targets : List.of("a", "b")) {
                for (String method : List.of("score-cam", FACTORS)) {
                    LayerMaps maps = Parts.method(method)
                            .attribute(model.network(), golden.request(targets, layer))
                            .get(0);
                    List<Tensor> shown = maps.maps().stream()
                            .map(View.UNIT::of)
                            .map(map -> Tensor.of(map.values(), map.height(), map.width()))
                            .toList();
                    golden.check(
                            STORED.get(method) + "/" + layer + "/" + targets + "/final",
                            Tensor.stack(shown).toArray());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void cameras_over_the_sizes_that_agree_with_the_first(String name, Precision precision) {
        Golden golden = Golden.of(name);
        try (Model model = open(golden, precision)) {
            String layer = last(model.network());
            golden.check(
                    Parts.method(FACTORS + ",agreeing=true"),
                    model.network(),
                    "a",
                    layer,
                    "cameras_argmax/" + layer + "/raw");
        }
    }

    /** Folded, a convolution's bias is the batch norm's implicit one; unfolded, the batch norm has it itself. */
    @ParameterizedTest
    @MethodSource("cases")
    void fullgrad_folded_or_not(String name, Precision precision) {
        Golden golden = Golden.of(name);
        List<String> settings = name.equals("thin_vgg16") ? List.of("") : List.of("", ":fold=false");
        for (String setting : settings) {
            try (Model model = golden.open(Placement.standard().in(precision), setting)) {
                for (String targets : List.of("a", "b")) {
                    LayerMaps maps = Parts.method("fullgrad")
                            .attribute(model.network(), golden.request(targets, "input"))
                            .get(0);
                    golden.check(
                            "fullgrad/" + targets + "/official", maps.stacked().toArray());
                    for (Completeness completeness : maps.completeness()) { // logits of about 1, in float32
                        assertThat(completeness.delta()).isBetween(-2e-5, 2e-5);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void guided_grad_cam_summed_over_colours(String name, Precision precision) {
        Golden golden = Golden.of(name);
        try (Model model = open(golden, precision)) {
            int compared = 0;
            for (String layer : LAYERS) {
                for (String kind : List.of("a/bilinear", "a/nearest", "b/bilinear")) {
                    String stored = "guided_gradcam/" + layer + "/" + kind;
                    if (golden.has(stored)) {
                        checkSumOverColours(golden, model.network(), layer, kind);
                        compared++;
                    }
                }
            }
            assertThat(compared).as("layers, targets and upsamplings").isEqualTo(4);
        }
    }

    private static void checkSumOverColours(Golden golden, Network network, String layer, String kind) {
        String stored = "guided_gradcam/" + layer + "/" + kind;
        String[] parts = kind.split("/");
        float[] got = Parts.method("guided-grad-cam:upsampling=" + parts[1])
                .attribute(network, golden.request(parts[0], layer))
                .get(0)
                .stacked()
                .toArray();
        float[] expected = sumOverColours(golden.tensor(stored));
        double allowed = 3 * golden.tolerances().get(stored); // three colours
        for (int i = 0; i < got.length; i++) {
            assertThat((double) got[i]).as(stored).isBetween(expected[i] - allowed, expected[i] + allowed);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_layer_s_own_numbers_tell_methods_apart(String name, Precision precision) {
        Golden golden = Golden.of(name);
        try (Model model = open(golden, precision)) {
            String layer = last(model.network());
            LayerMap one = map(golden, model, "grad-cam", layer);
            for (String other : List.of("grad-cam++", "layer-cam", "eigen-cam", "ablation-cam")) {
                assertThat(map(golden, model, other, layer).values()).isNotEqualTo(one.values());
            }
        }
    }

    private static LayerMap map(Golden golden, Model model, String method, String layer) {
        return Parts.method(method)
                .attribute(model.network(), golden.request("a", layer))
                .get(0)
                .maps()
                .get(0);
    }

    /** (N, 3, H, W) to N x H x W. */
    private static float[] sumOverColours(Tensor tensor) {
        int plane = tensor.dimension(2) * tensor.dimension(3);
        float[] values = tensor.toArray();
        float[] sums = new float[tensor.dimension(0) * plane];
        for (int i = 0; i < sums.length; i++) {
            int start = i / plane * 3 * plane + i % plane;
            sums[i] = values[start] + values[start + plane] + values[start + 2 * plane];
        }
        return sums;
    }

    private static String last(Network network) {
        return Parts.probe("last-conv").layers(network).get(0);
    }

    private static Model open(Golden golden, Precision precision) {
        return golden.open(Placement.standard().in(precision));
    }
}
