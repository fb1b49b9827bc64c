package org.stratigraph.cam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Precision;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.spi.Model;

/** Maps at the input's size: as they are shown, as TIF takes them, and as pytorch-grad-cam would finish them. */
class CamFinishesGoldenTest {
    // The logit is 0.09, and weights whose sizes sum to 70 sum to 0.3. Float32 leaves 5e-4 in the raw map, whose
    // tolerance is 5e-3. Stretched, its small positive part is off by 2.7e-5; the manifest advises 2e-5 there. In
    // float64 it is off by 2e-7.
    private static final String CANCELLED = "ablationcam/layer4.2/b/popular";
    private static final double CANCELLED_IN_FLOAT32 = 5e-5;

    static Stream<Arguments> finishes() {
        return Golden.cases()
                .flatMap(some ->
                        Stream.of(Finish.values()).map(finish -> Arguments.of(some.get()[0], some.get()[1], finish)));
    }

    @ParameterizedTest
    @MethodSource("finishes")
    void maps_at_the_input_s_size(String name, Precision precision, Finish finish) {
        Golden golden = Golden.of(name);
        int compared = 0;
        try (Model model = golden.open(Placement.standard().in(precision))) {
            for (GoldenNumbers numbers : List.of(golden.numbers(), GoldenNumbers.sampled(name + "_sampled"))) {
                for (GoldenName stored : numbers.named(List.of(finish.name().toLowerCase(Locale.ROOT)))) {
                    LayerMaps maps = Parts.method(stored.typed())
                            .attribute(model.network(), golden.request(stored.targets(), stored.layer()))
                            .get(0);
                    float[] got = finished(maps, finish, golden.tensor("input"));
                    numbers.check(stored.toString(), got, allowed(numbers, stored.toString(), precision));
                    compared++;
                }
            }
        }
        assertThat(compared).as("methods, layers and targets").isGreaterThan(4);
    }

    private static double allowed(GoldenNumbers numbers, String stored, Precision precision) {
        return precision == Precision.FLOAT32 && stored.equals(CANCELLED)
                ? CANCELLED_IN_FLOAT32
                : numbers.tolerances().get(stored);
    }

    private static float[] finished(LayerMaps maps, Finish finish, Tensor images) {
        int height = images.dimension(2);
        int width = images.dimension(3);
        return Tensor.stack(maps.maps().stream()
                        .map(map -> Tensor.of(finish.of(map, height, width), height, width))
                        .toList())
                .toArray();
    }
}
