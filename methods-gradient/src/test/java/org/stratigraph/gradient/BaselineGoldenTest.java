package org.stratigraph.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Precision;
import org.stratigraph.core.image.Completeness;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Request;

/**
 * DeepLIFT, integrated gradients and SmoothGrad of two full-depth networks, at every layer and in both semantics, against
 * PyTorch, Captum and, where Captum's DeepLIFT is not complete, the reference's own statement of the rule.
 */
class BaselineGoldenTest {
    static Stream<Arguments> cases() {
        return GoldenTest.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void deeplift(String name, Precision precision) {
        Golden golden = Golden.of(name);
        try (Model model = open(golden, precision)) {
            golden.checkMaps(Parts.method("deeplift"), model.network(), "deeplift.truncated");
            golden.checkMaps(Parts.method("deeplift"), model.network(), "deeplift");
            if (!name.endsWith("_nonsquare")) {
                golden.checkMaps(Parts.method("deeplift:semantics=propagated"), model.network(), "deeplift.propagated");
                golden.checkMaps(Parts.method("deeplift:baseline=constant:0.1"), model.network(), "deeplift_b01");
            }
        }
    }

    /** To 1e-4 of the difference, and what rounds logits of about 1: in float64 only logits and maps themselves. */
    @ParameterizedTest
    @MethodSource("cases")
    void deeplift_is_complete_at_every_layer(String name, Precision precision) {
        Golden golden = Golden.of(name);
        try (Model model = open(golden, precision)) {
            for (String spec : List.of("deeplift", "deeplift:semantics=propagated", "deeplift:baseline=mean")) {
                List<LayerMaps> layers = Parts.method(spec).attribute(model.network(), everywhere(golden, model));
                assertThat(layers).hasSize(19);
                for (LayerMaps maps : layers) {
                    for (Completeness completeness : maps.completeness()) {
                        double rounding = precision == Precision.FLOAT64 ? 2e-7 : 1e-6;
                        double allowed = 1e-4 * Math.abs(completeness.difference()) + rounding;
                        assertThat(Math.abs(completeness.delta()))
                                .as("%s at '%s': %s", spec, maps.layer(), completeness)
                                .isLessThan(allowed);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void integrated_gradients(String name, Precision precision) {
        Golden golden = Golden.of(name);
        try (Model model = open(golden, precision)) {
            Network network = model.network();
            String eight = "integrated-gradients:steps=8,rule=riemann-middle";
            golden.checkMaps(Parts.method(eight), network, "ig_rm8.truncated");
            golden.checkMaps(
                    Parts.method("integrated-gradients:steps=20,rule=riemann-middle"),
                    network,
                    "integrated_gradients_rm20");
            if (!name.endsWith("_nonsquare")) {
                golden.checkMaps(Parts.method(eight + ",semantics=propagated"), network, "ig_rm8.propagated");
                golden.checkMaps(Parts.method("integrated-gradients"), network, "integrated_gradients_gl50");
            }
        }
    }

    /** With the reference's own noise, which enters at the layer. */
    @ParameterizedTest
    @MethodSource("cases")
    void smoothgrad(String name, Precision precision) {
        Golden golden = Golden.of(name);
        if (name.endsWith("_nonsquare")) {
            return; // no numbers there
        }
        try (Model model = open(golden, precision)) {
            golden.checkMaps(smoothGrad(golden, false), model.network(), "smoothgrad");
            golden.checkMaps(smoothGrad(golden, true), model.network(), "input_x_smoothgrad");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"thin_vgg16", "thin_resnet50"})
    void the_numbers_tell_the_two_semantics_apart(String name) {
        Golden golden = Golden.of(name);
        try (Model model = open(golden, Precision.FLOAT32)) {
            for (String method : List.of("deeplift", "integrated-gradients:steps=8,rule=riemann-middle")) {
                String stored = method.equals("deeplift") ? "deeplift.propagated" : "ig_rm8.propagated";
                assertThatThrownBy(() -> golden.checkMaps(Parts.method(method), model.network(), stored))
                        .isInstanceOf(AssertionError.class);
            }
        }
    }

    private static SmoothGrad smoothGrad(Golden golden, boolean timesInput) {
        return new SmoothGrad(new StoredNoise(golden), 4, timesInput, Semantics.TRUNCATED, false);
    }

    /** The reference's noise, already scaled, one for all images. */
    private record StoredNoise(Golden golden) implements Noise {
        @Override
        public Tensor samples(String layer, int from, int to, int... shape) {
            Tensor all = golden.tensor("noise/" + layer);
            int size = all.size() / all.dimension(0);
            return Tensor.of(
                    Arrays.copyOfRange(all.toArray(), from * size, to * size), to - from, shape[0], shape[1], shape[2]);
        }

        @Override
        public double sigma(double lowest, double highest) {
            return 1;
        }
    }

    private static Request everywhere(Golden golden, Model model) {
        return new Request(golden.images(), golden.targets(), Parts.probe("all").layers(model.network()));
    }

    private static Model open(Golden golden, Precision precision) {
        return golden.open(Placement.standard().in(precision));
    }
}
