package org.stratigraph.cam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.Request;
import org.stratigraph.testkit.TinyNetwork;

/** What CAMERAS takes and what it refuses, and default layers of the family. */
class CamerasSettingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"1/0", "1/-2", "0/1", "", "1//2", "1/NaN", "1/Infinity", "1/x"})
    void sizes_that_are_none_are_refused_when_they_are_typed(String factors) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parts.method("cameras:factors=" + factors))
                .withMessageContaining("factors");
    }

    @Test
    void the_first_size_is_the_input_s_own() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parts.method("cameras:factors=1.5/2"))
                .withMessageContaining("the first of them 1");
    }

    @ParameterizedTest
    @EnumSource(names = "CHAIN", mode = EnumSource.Mode.EXCLUDE)
    void a_network_that_pools_before_it_flattens_takes_several_sizes(TinyNetwork kind) {
        try (Network network = kind.open()) {
            AttributionMethod cameras = Parts.method("cameras:factors=1/1.5");
            String layer = network.layersWithPositions().get(2);
            assertThatCode(() -> cameras.check(network, List.of(layer))).doesNotThrowAnyException();
        }
    }

    @Test
    void a_network_that_takes_one_size_is_refused_before_any_work_and_served_at_that_size() {
        try (Network network = TinyNetwork.CHAIN.open()) {
            AttributionMethod several = Parts.method("cameras:factors=1/2");
            AttributionMethod one = Parts.method("cameras:factors=1");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> several.check(network, List.of("relu2")))
                    .withMessageContaining("'flatten'")
                    .withMessageContaining("factors=1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OnTinyNetwork.maps(network, "cameras:factors=1/2", "relu2"))
                    .withMessageContaining("'flatten'");
            assertThatCode(() -> one.check(network, List.of("relu2"))).doesNotThrowAnyException();
        }
    }

    /** A hundredth of 12 columns is none; what is wrong is the factor, and the message should say so. */
    @Test
    void a_size_without_a_pixel_is_refused_with_the_factor() {
        try (Network network = TinyNetwork.CONCAT.open()) {
            Request request = new Request(TinyNetwork.images(1), new int[] {0}, List.of("fire"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Parts.method("cameras:factors=1/0.01").attribute(network, request))
                    .withMessageContaining("0.01");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grad-cam",
                "grad-cam++",
                "xgrad-cam",
                "layer-cam",
                "hires-cam",
                "eigen-cam",
                "ablation-cam",
                "score-cam",
                "cameras",
                "guided-grad-cam"
            })
    void the_family_explains_the_last_convolution_where_no_layers_are_named(String method) {
        assertThat(Parts.method(method).probe()).isEqualTo("last-conv");
    }

    @Test
    void fullgrad_explains_the_input() {
        assertThat(Parts.method("fullgrad").probe()).isEqualTo("input");
    }
}
