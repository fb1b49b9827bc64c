package org.stratigraph.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Footprint;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.MemoryBudget;
import org.stratigraph.core.spi.Request;
import org.stratigraph.testkit.TinyNetwork;

/** However many layers rise together, each has the map that it has alone. */
class TruncatedDeepLiftTest {
    private static final Tensor IMAGES = TinyNetwork.images(2);
    private static final List<Target> TARGETS =
            List.of(Target.logit(1).minus(3), Target.logit(4).on(Target.Scale.LOG_SOFTMAX));

    // Batches of another size sum in another order: 1e-5 of the peak.
    private static final double ROUNDING = 1e-5;

    /** Budgets from less than a row to all rows, so that groups of one, of two and of many layers come up. */
    @ParameterizedTest
    @EnumSource
    void in_groups_of_any_size(TinyNetwork kind) {
        for (String baseline : List.of("constant:0.2", "mean")) { // the same for all images, and another for each
            inGroupsOfAnySize(kind, Parts.method("deeplift:baseline=" + baseline));
        }
    }

    private static void inGroupsOfAnySize(TinyNetwork kind, AttributionMethod deepLift) {
        try (Network network = kind.open()) {
            List<String> cuts = new ArrayList<>(network.layersWithPositions());
            cuts.retainAll(network.cuts());
            assertThat(cuts).hasSizeGreaterThan(2); // else the layers do not rise
            List<LayerMaps> alone = cuts.stream()
                    .map(cut -> deepLift.attribute(network, new Request(IMAGES, TARGETS, List.of(cut)))
                            .get(0))
                    .toList();
            Footprint footprint = network.footprint(3, TinyNetwork.HEIGHT, TinyNetwork.WIDTH);
            for (double rows : new double[] {0, 2, 2.9, 3.5, 5, 1000}) {
                MemoryBudget budget = new MemoryBudget(1 + (long) (rows * footprint.bytesFrom("input")));
                List<LayerMaps> together =
                        deepLift.attribute(network, new Request(IMAGES, TARGETS, cuts).within(budget));
                for (int layer = 0; layer < cuts.size(); layer++) {
                    assertClose(together.get(layer), alone.get(layer), rows + " rows, " + cuts.get(layer));
                }
            }
        }
    }

    /** What the network keeps between calls must not show. */
    @ParameterizedTest
    @EnumSource
    void call_after_call(TinyNetwork kind) {
        try (Network network = kind.open()) {
            List<String> cuts = new ArrayList<>(network.layersWithPositions());
            cuts.retainAll(network.cuts());
            for (String spec : List.of("deeplift", "deeplift", "deeplift:baseline=constant:1", "deeplift")) {
                for (int image : new int[] {0, 1, 0}) {
                    Request request = new Request(
                            Tensor.stack(List.of(IMAGES.slice(image))), TARGETS.subList(image, image + 1), cuts);
                    List<LayerMaps> kept = Parts.method(spec).attribute(network, request);
                    network.from(cuts.get(1)).forget();
                    List<LayerMaps> fresh = Parts.method(spec).attribute(network, request);
                    Parts.method(spec).attribute(network, request);
                    for (int layer = 0; layer < cuts.size(); layer++) {
                        assertThat(kept.get(layer).stacked().toArray())
                                .as("%s at %s", spec, cuts.get(layer))
                                .containsExactly(fresh.get(layer).stacked().toArray());
                    }
                }
            }
        }
    }

    private static void assertClose(LayerMaps got, LayerMaps expected, String what) {
        float[] values = got.stacked().toArray();
        float[] others = expected.stacked().toArray();
        assertThat(values).as(what).hasSameSizeAs(others);
        double peak = 0;
        for (float value : others) {
            peak = Math.max(peak, Math.abs(value));
        }
        for (int i = 0; i < values.length; i++) {
            assertThat((double) values[i]).as("%s, number %d", what, i).isCloseTo(others[i], within(ROUNDING * peak));
        }
        for (int image = 0; image < got.completeness().size(); image++) {
            assertThat(got.completeness().get(image).difference())
                    .as(what)
                    .isCloseTo(expected.completeness().get(image).difference(), within(ROUNDING));
        }
    }
}
