package org.stratigraph.cam;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Precision;
import org.stratigraph.core.image.Completeness;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.spi.Model;

/** FullGrad's terms one by one, and put together as pytorch-grad-cam would. */
class FullGradTermsGoldenTest {
    static Stream<Arguments> targets() {
        return Golden.cases()
                .flatMap(some ->
                        Stream.of("a", "b").map(targets -> Arguments.of(some.get()[0], some.get()[1], targets)));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void signed_terms_sum_to_the_output(String name, Precision precision, String targets) {
        Golden golden = Golden.of(name);
        String stored = "fullgrad/" + targets;
        try (Model model = open(golden, precision)) {
            List<FullGradTerm> terms = FullGradTerm.all(model.network(), golden.request(targets, "input"));
            List<FullGradTerm> biases = terms.subList(1, terms.size());
            golden.check(stored + "/bias_sums", perImage(biases, FullGradTerm::sum));

            List<Completeness> completeness = Parts.method("fullgrad")
                    .attribute(model.network(), golden.request(targets, "input"))
                    .get(0)
                    .completeness();
            float[] gaps = new float[completeness.size()];
            for (int image = 0; image < gaps.length; image++) {
                gaps[image] = (float) completeness.get(image).delta();
            }
            GoldenNumbers.whole(name + "_channels").check(stored + "/completeness_gap", gaps);
        }
    }

    @ParameterizedTest
    @MethodSource("org.stratigraph.cam.Golden#cases")
    void every_term(String name, Precision precision) {
        Golden golden = Golden.of(name);
        GoldenNumbers whole = GoldenNumbers.whole(name + "_channels");
        GoldenNumbers sampled = GoldenNumbers.sampled(name + "_sampled");
        try (Model model = open(golden, precision)) {
            List<FullGradTerm> terms = FullGradTerm.all(model.network(), golden.request("a", "input"));
            List<FullGradTerm> biases = terms.subList(1, terms.size());
            List<FullGradTerm> mapped =
                    biases.stream().filter(term -> term.map().isPresent()).toList();

            sampled.check("fullgrad/a/input_x_gradient", terms.get(0).product().toArray());
            whole.check(
                    "fullgrad/a/bias_vectors",
                    joined(biases.stream().map(term -> term.factor().toArray()).toList()));
            whole.check("fullgrad/a/abs_max", perImage(mapped, FullGradTerm::peak));
            sampled.check("fullgrad/a/layer_maps", maps(mapped));
        }
    }

    /** pytorch-grad-cam stretches channel by channel, upsamples with half-pixel centres, and stretches the sum: not our FullGrad. */
    @ParameterizedTest
    @MethodSource("org.stratigraph.cam.Golden#cases")
    void pytorch_grad_cam_s_way_to_put_our_terms_together(String name, Precision precision) {
        Golden golden = Golden.of(name);
        Tensor images = golden.tensor("input");
        try (Model model = open(golden, precision)) {
            List<FullGradTerm> terms = FullGradTerm.all(model.network(), golden.request("a", "input"));
            List<float[]> maps = new ArrayList<>();
            for (int image = 0; image < images.dimension(0); image++) {
                maps.add(popular(terms, image, images.dimension(2), images.dimension(3)));
            }
            GoldenNumbers.sampled(name + "_sampled").check("fullgrad/a/popular", joined(maps));
        }
    }

    private static float[] popular(List<FullGradTerm> terms, int image, int height, int width) {
        float[] sum = new float[height * width];
        for (FullGradTerm term : terms) {
            if (term.map().isPresent()) {
                float[] map = term.popular(image, height, width);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += map[i];
                }
            }
        }
        return Finish.stretched(sum);
    }

    /** Image by image, the maps of all terms. */
    private static float[] maps(List<FullGradTerm> terms) {
        int images = terms.get(0).product().dimension(0);
        return joined(IntStream.range(0, images)
                .boxed()
                .flatMap(image -> terms.stream()
                        .map(term -> term.map().orElseThrow().slice(image).toArray()))
                .toList());
    }

    private interface Measure {
        double of(FullGradTerm term, int image);
    }

    /** One number per term, (N, terms). */
    private static float[] perImage(List<FullGradTerm> terms, Measure measure) {
        int images = terms.get(0).product().dimension(0);
        float[] numbers = new float[images * terms.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) measure.of(terms.get(i % terms.size()), i / terms.size());
        }
        return numbers;
    }

    private static float[] joined(List<float[]> parts) {
        float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int from = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, from, part.length);
            from += part.length;
        }
        return all;
    }

    private static Model open(Golden golden, Precision precision) {
        return golden.open(Placement.standard().in(precision), ":fold=false");
    }
}
