package org.stratigraph.perturbation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.spi.Case;
import org.stratigraph.core.spi.Metric;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Score;

/** LeRF and MoRF on two networks, at two sizes, against numbers of PyTorch in float64. */
class PixelRemovalGoldenTest {
    // Float32 here, float64 there: the smallest of the tolerances in the numbers' manifest; 8.6e-6 was measured.
    private static final double LOGIT = 5e-5;
    // A softmax moves by at most half of what two logits move apart.
    private static final double PROBABILITY = LOGIT;
    // The areas there are stored as float32; nothing else is rounded.
    private static final double AREA = 1e-7;

    private static final RemovalGrid EVEN = new RemovalGrid(20, false);

    static Stream<Arguments> cases() {
        return Stream.of("thin_vgg16_64x64", "thin_vgg16_60x64", "thin_resnet50_64x64", "thin_resnet50_60x64")
                .flatMap(name -> Stream.of("lerf", "morf").map(metric -> Arguments.of(name, metric)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void decisions_change_where_they_did_there(String name, String typed) {
        Golden golden = Golden.of(name);
        Metric metric = Parts.metric(typed + ":fine=false");
        long[] changed = golden.integers(typed + "/changed");
        try (Model model = golden.open()) {
            for (int kind = 0; kind < golden.maps(); kind++) {
                double sum = 0;
                for (int image = 0; image < golden.images(); image++) {
                    Score score = metric.score(golden.sample(model, image), List.of(golden.map(kind, image)));
                    int from = (kind * golden.images() + image) * 21;
                    assertThat(score.curves().get(0).values())
                            .as("%s of map %d of image %d", typed, kind, image)
                            .isEqualTo(LongStream.range(from, from + 21)
                                    .mapToObj(at -> (double) changed[(int) at])
                                    .toList());
                    sum += score.value();
                }
                assertThat(sum / golden.images())
                        .as("%s of map %d", typed, kind)
                        .isCloseTo(golden.tensor(typed + "/auc").values().get(kind), within(AREA));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void logits_and_probabilities_are_as_they_were_there(String name, String typed) {
        Golden golden = Golden.of(name);
        First first = typed.equals("lerf") ? First.LEAST_RELEVANT : First.MOST_RELEVANT;
        Removal removal = new Removal(EVEN, Fill.ZERO, Ties.ROW_MAJOR, 0);
        try (Model model = golden.open()) {
            for (int kind = 0; kind < golden.maps(); kind++) {
                for (int image = 0; image < golden.images(); image++) {
                    Tensor expected =
                            golden.tensor(typed + "/logits").slice(kind).slice(image);
                    Case sample = golden.sample(model, image);
                    Course course = removal.remove(sample, golden.map(kind, image), first);
                    List<Double> probability =
                            course.probability(sample.target()).values();
                    for (int step = 0; step < 21; step++) {
                        float[] logits = expected.slice(step).toArray();
                        assertThat(course.logits().get(step)).containsExactly(logits, within((float) LOGIT));
                        assertThat(probability.get(step))
                                .isCloseTo(softmax(logits, sample.target().index()), within(PROBABILITY));
                    }
                }
            }
        }
    }

    private static double softmax(float[] logits, int index) {
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - logits[index]);
        }
        return 1 / sum;
    }

    @ParameterizedTest
    @ValueSource(strings = {"thin_vgg16_64x64", "thin_vgg16_60x64", "thin_resnet50_64x64", "thin_resnet50_60x64"})
    void as_many_pixels_go_as_there(String name) {
        Golden golden = Golden.of(name);
        int[] counts = EVEN.counts(golden.map(0, 0).size());
        assertThat(IntStream.of(counts).asLongStream().toArray()).isEqualTo(golden.integers("k"));
    }
}
