package org.stratigraph.cam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Precision;
import org.stratigraph.core.image.Completeness;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.Model;

/** The CAM family's maps at every layer that there are numbers for. */
class CamGoldenTest {
    static Stream<Arguments> methods() {
        return Golden.cases()
                .flatMap(some -> Golden.of((String) some.get()[0]).numbers().named(List.of("raw")).stream()
                        .map(GoldenName::typed)
                        .distinct()
                        .map(method -> Arguments.of(some.get()[0], some.get()[1], method)));
    }

    @ParameterizedTest
    @MethodSource("org.stratigraph.cam.Golden#cases")
    void the_networks_are_those_of_the_numbers(String name, Precision precision) {
        Golden golden = Golden.of(name);
        try (Model model = open(golden, precision)) {
            golden.check(
                    "logits", model.network().logits(golden.tensor("input")).toArray());
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void the_signed_map_at_every_layer(String name, Precision precision, String method) {
        Golden golden = Golden.of(name);
        List<GoldenName> names = golden.numbers().named(List.of("raw")).stream()
                .filter(stored -> stored.typed().equals(method))
                .toList();
        assertThat(names).as("layers and targets").hasSizeGreaterThanOrEqualTo(2);
        try (Model model = open(golden, precision)) {
            for (GoldenName stored : names) {
                golden.check(
                        Parts.method(method), model.network(), stored.targets(), stored.layer(), stored.toString());
            }
        }
    }

    /** Score-CAM and CAMERAS, whose maps are of the input's size. */
    @ParameterizedTest
    @MethodSource("org.stratigraph.cam.Golden#cases")
    void maps_of_the_input_s_size_as_they_are_shown(String name, Precision precision) {
        Golden golden = Golden.of(name);
        List<GoldenName> names = golden.numbers().named(List.of("final"));
        assertThat(names).hasSize(6);
        try (Model model = open(golden, precision)) {
            for (GoldenName stored : names) {
                AttributionMethod method = Parts.method(stored.typed());
                LayerMaps maps = method.attribute(model.network(), golden.request(stored.targets(), stored.layer()))
                        .get(0);
                golden.check(stored.toString(), shown(method, maps));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.stratigraph.cam.Golden#cases")
    void cameras_over_the_sizes_that_agree_with_the_first(String name, Precision precision) {
        Golden golden = Golden.of(name);
        try (Model model = open(golden, precision)) {
            AttributionMethod method = Parts.method(GoldenName.CAMERAS + ",agreeing=true");
            String layer = last(model.network());
            LayerMaps maps = method.attribute(model.network(), golden.request("a", layer))
                    .get(0);
            golden.check("cameras_argmax/" + layer + "/raw", maps.stacked().toArray());
            golden.check("cameras_argmax/" + layer + "/final", shown(method, maps));
        }
    }

    private static float[] shown(AttributionMethod method, LayerMaps maps) {
        return new LayerMaps(
                        maps.layer(),
                        maps.maps().stream().map(method.view()::of).toList())
                .stacked()
                .toArray();
    }

    /** Folded, a convolution's bias is the batch norm's implicit one; unfolded, the batch norm has it itself. */
    @ParameterizedTest
    @MethodSource("org.stratigraph.cam.Golden#cases")
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
    @MethodSource("org.stratigraph.cam.Golden#cases")
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

    private static String last(Network network) {
        return Parts.probe("last-conv").layers(network).get(0);
    }

    private static Model open(Golden golden, Precision precision) {
        return golden.open(Placement.standard().in(precision));
    }
}
