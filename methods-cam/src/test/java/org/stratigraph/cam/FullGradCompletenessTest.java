package org.stratigraph.cam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Precision;
import org.stratigraph.core.image.Completeness;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.spi.Request;
import org.stratigraph.testkit.TinyNetwork;

/** FullGrad at every layer of every tiny network. */
class FullGradCompletenessTest {
    /** Logits are rounded to float32, so 1e-5 of them. */
    @ParameterizedTest
    @EnumSource
    void fullgrad_s_terms_sum_to_the_output(TinyNetwork kind) {
        try (Network network = kind.open(Placement.standard().in(Precision.FLOAT64))) {
            List<String> cuts = new ArrayList<>(network.layersWithPositions());
            cuts.retainAll(network.cuts());
            for (LayerMaps maps : Parts.method("fullgrad")
                    .attribute(network, new Request(OnTinyNetwork.IMAGES, OnTinyNetwork.TARGETS, cuts))) {
                for (Completeness completeness : maps.completeness()) {
                    assertThat(completeness.delta())
                            .as("%s: %s", maps.layer(), completeness)
                            .isCloseTo(0, within(1e-5));
                }
            }
        }
    }
}
