package org.stratigraph.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Precision;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Request;

/**
 * Every LRP rule at all nineteen layers of both networks against Zennit 0.5.1, batch norm folded, sums as its {@code Sum} module
 * with its rule {@code Norm}, started with the target's logit.
 */
class LrpGoldenTest {
    private static final List<String> SPECS = List.of(
            "lrp-epsilon",
            "lrp-epsilon-plus-flat",
            "excitation-backprop",
            "lrp",
            "lrp:convolution=alpha-beta,linear=gamma,first=z-plus");

    static Stream<Arguments> cases() {
        return Stream.of("thin_vgg16", "thin_resnet50")
                .flatMap(name -> SPECS.stream()
                        .flatMap(spec ->
                                Stream.of(Precision.values()).map(precision -> Arguments.of(name, spec, precision))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void relevance_at_every_layer(String name, String spec, Precision precision) {
        Golden images = Golden.of(name);
        Golden zennit = Golden.lrp(name);
        assertThat(zennit.layers(spec)).hasSize(19);
        try (Model model = images.open(Placement.standard().in(precision))) {
            zennit.checkMaps(Parts.method(spec), model.network(), spec, images);
        }
    }

    /** VGG16's upper layers have positive relevance to give and biases that take little: the sum stays near the logit. */
    @ParameterizedTest
    @ValueSource(strings = {"thin_vgg16", "thin_resnet50"})
    void excitation_backprop_keeps_the_sum_above_the_last_stage(String name) {
        Golden golden = Golden.of(name);
        try (Model model = golden.open(Placement.standard().in(Precision.FLOAT64))) {
            String last = Parts.probe("last-conv").layers(model.network()).get(0);
            Request request = new Request(golden.images(), golden.targets(), List.of(last));
            List<LayerMap> maps = Parts.method("excitation-backprop")
                    .attribute(model.network(), request)
                    .get(0)
                    .maps();
            Tensor logits = model.network().logits(golden.images());
            for (int image = 0; image < maps.size(); image++) {
                double logit = logits.slice(image).toArray()[golden.targets()[image]];
                assertThat(maps.get(image).sum() / logit).isBetween(0.5, 1.0);
            }
        }
    }
}
