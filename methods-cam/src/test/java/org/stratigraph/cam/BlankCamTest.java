package org.stratigraph.cam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.image.View;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.ReluRules;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.Readout;
import org.stratigraph.core.spi.Request;
import org.stratigraph.core.spi.SweepMethod;
import org.stratigraph.testkit.TinyNetwork;

/** Maps with nothing to show: nothing is there, or all that is there speaks against the class. */
class BlankCamTest {
    private static final Tensor IMAGE = HandMade.image(new float[] {1, 2, 3, 4}, new float[] {8, 0, 0, 4});

    @ParameterizedTest
    @ValueSource(strings = {"grad-cam", "grad-cam++", "xgrad-cam", "layer-cam", "hires-cam", "cameras:factors=1"})
    void where_every_derivative_is_negative_nothing_is_shown(String spec) {
        try (Network network = HandMade.weighing(-1, -2)) {
            AttributionMethod method = Parts.method(spec);
            LayerMap map = HandMade.maps(spec, network, IMAGE).maps().get(0);

            assertThat(method.view().of(map).values()).containsOnly(0);
        }
    }

    /** Derivatives of the means are -1/4 and -2/4. */
    @ParameterizedTest
    @ValueSource(strings = {"grad-cam", "hires-cam", "cameras:factors=1"})
    void what_speaks_against_the_class_is_kept_all_the_same(String spec) {
        try (Network network = HandMade.weighing(-1, -2)) {
            HandMade.assertClose(
                    HandMade.maps(spec, network, IMAGE).maps().get(0).values(), -4.25, -0.5, -0.75, -3);
        }
    }

    /** An image of zeros has layers without contrast but at the padded border; here nothing is left of it at all. */
    @Test
    void a_map_without_evidence_is_blank_and_not_a_number() {
        try (Network network = TinyNetwork.CONCAT.open()) {
            Tensor nothing = Tensor.of(new float[OnTinyNetwork.IMAGES.size()], OnTinyNetwork.IMAGES.shape());
            for (String spec : List.of("grad-cam", "score-cam", "cameras:factors=1", "eigen-cam", "layer-cam")) {
                AttributionMethod method = Parts.method(spec);
                LayerMap map = method.attribute(network, new Request(nothing, OnTinyNetwork.TARGETS, List.of("input")))
                        .get(0)
                        .maps()
                        .get(0);
                assertThat(method.view().of(map).values()).as(spec).containsOnly(0);
            }
        }
    }

    @Test
    void evidence_against_the_class_alone_is_shown_as_nothing_and_kept() {
        LayerMap against = new LayerMap("conv", 1, 3, new float[] {-1, -2, -0.5f});
        assertThat(View.POSITIVE.of(against).values()).containsOnly(0);
        assertThat(View.UNIT.of(against).values()).containsOnly(0);
        assertThat(against.values()).containsExactly(-1, -2, -0.5f);
    }

    /** The first channel speaks for the class, and guided backpropagation shows it; the second outweighs it at every position. */
    @Test
    void guided_grad_cam_is_zero_where_grad_cam_shows_nothing() {
        Tensor image = HandMade.image(new float[] {1, 2, 3, 4}, new float[] {8, 8, 8, 8});
        try (Network network = HandMade.weighing(1, -2)) {
            float[] guided = new SweepMethod(ReluRules.guidedBackprop(), Readout.RELEVANCE)
                    .attribute(network, new Request(image, new int[] {0}, List.of("input")))
                    .get(0)
                    .maps()
                    .get(0)
                    .values();
            float[] product = HandMade.maps("guided-grad-cam", network, image)
                    .maps()
                    .get(0)
                    .values();

            HandMade.assertClose(guided, 0.25, 0.25, 0.25, 0.25);
            HandMade.assertClose(product, 0, 0, 0, 0);
        }
    }
}
