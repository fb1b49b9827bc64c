package org.stratigraph.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Precision;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.Completeness;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.Preprocessing;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Focus;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.RuleSet;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.spi.MemoryBudget;
import org.stratigraph.core.spi.Request;
import org.stratigraph.testkit.TinyNetwork;

/** DeepLIFT, integrated gradients and SmoothGrad: their axioms, slow loops, and what must make no difference. */
class BaselineMethodsTest {
    private static final Tensor IMAGES = TinyNetwork.images(3);
    private static final List<Target> TARGETS =
            List.of(Target.logit(2), Target.logit(0).minus(4), Target.logit(5).on(Target.Scale.LOG_SOFTMAX));

    static Stream<Arguments> complete() {
        return Stream.of(TinyNetwork.values())
                .flatMap(kind -> Stream.of("deeplift", "deeplift:semantics=propagated,baseline=mean")
                        .map(spec -> Arguments.of(kind, spec)));
    }

    /** Logits of these networks are below 10; in float64 only logits and maps are rounded, to 1e-6 of that. */
    @ParameterizedTest
    @MethodSource("complete")
    void deeplift_is_complete_for_every_kind_of_target(TinyNetwork kind, String spec) {
        try (Network network = kind.open(Placement.standard().in(Precision.FLOAT64))) {
            for (LayerMaps maps : Parts.method(spec).attribute(network, request(cuts(network)))) {
                for (Completeness completeness : maps.completeness()) {
                    assertThat(completeness.delta())
                            .as("%s: %s", maps.layer(), completeness)
                            .isCloseTo(0, within(1e-5));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("complete")
    void deeplift_of_an_image_that_is_the_baseline_is_zero(TinyNetwork kind, String spec) {
        Tensor flat = Tensor.of(new float[IMAGES.size()], IMAGES.shape());
        try (Network network = kind.open()) {
            Request nothing = new Request(flat, TARGETS, List.of(network.input()));
            for (LayerMap map :
                    Parts.method(spec).attribute(network, nothing).get(0).maps()) {
                assertThat(map.sum()).isZero();
            }
        }
    }

    @Test
    void integrated_gradients_are_complete_for_every_kind_of_target() {
        try (Network network = TinyNetwork.RESIDUAL.open(Placement.standard().in(Precision.FLOAT64))) {
            for (String semantics : List.of("truncated", "propagated")) {
                String spec = "integrated-gradients:steps=300,baseline=constant:0.3,semantics=" + semantics;
                for (LayerMaps maps : Parts.method(spec).attribute(network, request(cuts(network)))) {
                    for (Completeness completeness : maps.completeness()) {
                        assertThat(completeness.relative())
                                .as("%s: %s", maps.layer(), completeness)
                                .isLessThan(0.01);
                    }
                }
            }
        }
    }

    /** 1e-5 of the peak: float32 sums in another order. */
    @Test
    void integrated_gradients_equal_a_loop_over_single_points() {
        try (Network network = TinyNetwork.CHAIN.open()) {
            Quadrature rule = Quadrature.of(Quadrature.Rule.GAUSS_LEGENDRE, 6);
            float[] image = IMAGES.slice(0).toArray();
            double[] mean = new double[image.length];
            for (int i = 0; i < 6; i++) {
                float[] point = new float[image.length];
                for (int j = 0; j < point.length; j++) {
                    point[j] = (float) rule.points()[i] * image[j];
                }
                float[] gradient = gradient(network, point);
                for (int j = 0; j < point.length; j++) {
                    mean[j] += rule.weights()[i] * gradient[j];
                }
            }
            float[] expected = new float[image.length / 3];
            for (int j = 0; j < image.length; j++) {
                expected[j % expected.length] += (float) (mean[j] * image[j]);
            }
            Request first = new Request(batch(0), List.of(TARGETS.get(0)), List.of("input"));
            assertClose(
                    Parts.method("integrated-gradients:steps=6")
                            .attribute(network, first)
                            .get(0)
                            .maps()
                            .get(0)
                            .values(),
                    expected);
        }
    }

    @Test
    void smoothgrad_equals_a_loop_over_the_noise_that_it_keeps() {
        try (Network network = TinyNetwork.CHAIN.open()) {
            Request first = new Request(batch(1), List.of(TARGETS.get(0)), List.of("input"));
            LayerMaps maps = Parts.method("smoothgrad:samples=4,sigma=0.2,seed=9,keep-noise=true")
                    .attribute(network, first)
                    .get(0);
            Tensor noise = maps.noise().orElseThrow();
            assertThat(noise.shape()).containsExactly(4, 3, TinyNetwork.HEIGHT, TinyNetwork.WIDTH);
            float[] image = IMAGES.slice(1).toArray();
            float lowest = Float.MAX_VALUE;
            float highest = -Float.MAX_VALUE;
            for (float value : image) {
                lowest = Math.min(lowest, value);
                highest = Math.max(highest, value);
            }
            float[] expected = new float[image.length / 3];
            for (int sample = 0; sample < 4; sample++) {
                float[] noisy = noise.slice(sample).toArray();
                for (int j = 0; j < noisy.length; j++) {
                    noisy[j] = image[j] + 0.2f * (highest - lowest) * noisy[j];
                }
                float[] gradient = gradient(network, noisy);
                for (int j = 0; j < gradient.length; j++) {
                    expected[j % expected.length] += gradient[j] / 4;
                }
            }
            assertClose(maps.maps().get(0).values(), expected);
        }
    }

    @ParameterizedTest
    @MethodSource("budgeted")
    void the_memory_budget_makes_no_difference(String spec) {
        try (Network network = TinyNetwork.RESIDUAL.open()) {
            Request request = request(cuts(network));
            List<LayerMaps> roomy = Parts.method(spec).attribute(network, request);
            List<LayerMaps> tight = Parts.method(spec).attribute(network, request.within(new MemoryBudget(1)));
            for (int layer = 0; layer < roomy.size(); layer++) {
                assertClose(
                        tight.get(layer).stacked().toArray(),
                        roomy.get(layer).stacked().toArray());
            }
        }
    }

    static Stream<String> budgeted() {
        return Stream.of(
                "deeplift",
                "integrated-gradients:steps=5",
                "smoothgrad:samples=5",
                "input-x-smoothgrad:samples=5,semantics=propagated");
    }

    @Test
    void another_seed_is_other_noise_and_noise_is_standard_normal() {
        Tensor one = new GaussianNoise(1, 0.15).samples("conv", 0, 2, 10, 100, 100);
        assertThat(new GaussianNoise(2, 0.15)
                        .samples("conv", 0, 2, 10, 100, 100)
                        .toArray())
                .isNotEqualTo(one.toArray());
        assertThat(new GaussianNoise(1, 0.15)
                        .samples("relu", 0, 2, 10, 100, 100)
                        .toArray())
                .isNotEqualTo(one.toArray());
        assertThat(new GaussianNoise(1, 0.15)
                        .samples("conv", 1, 2, 10, 100, 100)
                        .toArray())
                .isEqualTo(one.slice(1).toArray());
        double sum = 0;
        double squares = 0;
        for (float value : one.toArray()) {
            sum += value;
            squares += value * value;
        }
        // 200,000 numbers: four standard errors are 0.009 of the mean and 0.013 of the variance
        assertThat(sum / one.size()).isCloseTo(0, within(0.009));
        assertThat(squares / one.size()).isCloseTo(1, within(0.013));
    }

    @ParameterizedTest
    @MethodSource("twice")
    void a_layer_asked_for_twice_is_given_twice(String spec) {
        try (Network network = TinyNetwork.CHAIN.open()) {
            List<LayerMaps> maps =
                    Parts.method(spec).attribute(network, request(List.of("relu2", "pool", "input", "conv1", "pool")));
            assertThat(maps).extracting(LayerMaps::layer).containsExactly("relu2", "pool", "input", "conv1", "pool");
            assertThat(maps.get(4).stacked().toArray())
                    .isEqualTo(maps.get(1).stacked().toArray());
        }
    }

    static Stream<String> twice() {
        return Stream.concat(
                budgeted(),
                Stream.of(
                        "deeplift:semantics=propagated",
                        "integrated-gradients:steps=2,semantics=propagated",
                        "input-x-smoothgrad:samples=2",
                        "smoothgrad:samples=2,semantics=propagated"));
    }

    /** Samples average out in any order, so no sample of one seed may come up under another. */
    @Test
    void seeds_share_no_sample() {
        List<String> met = new ArrayList<>();
        for (int seed = -2; seed < 6; seed++) {
            Tensor samples = new GaussianNoise(seed, 0.15).samples("input", 0, 4, 1, 1, 3);
            for (int sample = 0; sample < 4; sample++) {
                met.add(Arrays.toString(samples.slice(sample).toArray()));
            }
        }
        assertThat(met).doesNotHaveDuplicates();
    }

    @Test
    void a_layer_that_a_path_goes_around_needs_propagated_semantics() {
        try (Network network = TinyNetwork.RESIDUAL.open()) {
            Request inside = request(List.of("block2.relu"));
            for (String method : List.of("deeplift", "smoothgrad:samples=2", "integrated-gradients:steps=2")) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> Parts.method(method).attribute(network, inside))
                        .withMessageContaining("'block2.relu'")
                        .withMessageContaining("block1")
                        .withMessageContaining("propagated");
            }
            assertThatIllegalArgumentException() // the path itself lies at the layer, wherever it starts
                    .isThrownBy(() -> Parts.method("integrated-gradients:steps=2,semantics=propagated")
                            .attribute(network, inside))
                    .withMessageContaining("'block2.relu'");
            assertThat(Parts.method("deeplift:semantics=propagated").attribute(network, inside))
                    .hasSize(1);
            assertThat(Parts.method("smoothgrad:samples=2,semantics=propagated").attribute(network, inside))
                    .hasSize(1);
        }
    }

    @Test
    void a_picture_is_a_baseline_at_the_input(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("grey.png");
        BufferedImage grey = new BufferedImage(TinyNetwork.WIDTH, TinyNetwork.HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < grey.getHeight(); y++) {
            for (int x = 0; x < grey.getWidth(); x++) {
                grey.setRGB(x, y, 0x808080);
            }
        }
        ImageIO.write(grey, "png", file.toFile());
        // grey 128 becomes (128 / 255 - 0.5) / 0.25 everywhere
        Preprocessing known = Preprocessing.exactly(
                TinyNetwork.HEIGHT, TinyNetwork.WIDTH, new float[] {0.5f, 0.5f, 0.5f}, new float[] {0.25f, 0.25f, 0.25f
                });
        float constant = (128 / 255f - 0.5f) / 0.25f;
        try (Network network = TinyNetwork.CHAIN.open()) {
            Request request = request(List.of("input"));
            LayerMaps picture = Parts.method("deeplift:baseline=image:" + file)
                    .attribute(network, request.preparedBy(known))
                    .get(0);
            LayerMaps plain = Parts.method("deeplift:baseline=constant:" + constant)
                    .attribute(network, request)
                    .get(0);
            assertClose(picture.stacked().toArray(), plain.stacked().toArray());
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            Parts.method("deeplift:baseline=image:" + file).attribute(network, request))
                    .withMessageContaining("prepared");
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            Parts.method("deeplift:baseline=image:" + file).check(network, List.of("relu1")))
                    .withMessageContaining("semantics=propagated");
        }
    }

    @Test
    void a_baseline_that_does_not_exist_is_refused_and_those_that_do_are_named() {
        for (String wrong : List.of("black", "constant", "constant:x", "blur:0", "zero:1", "image:/no/such.png")) {
            assertThatIllegalArgumentException()
                    .as(wrong)
                    .isThrownBy(() -> Parts.method("deeplift:baseline=" + wrong))
                    .withMessageMatching("(?s).*(zero, mean, blur|no picture can be read).*");
        }
    }

    @Test
    void a_blur_keeps_what_is_flat_and_spreads_what_is_not() {
        float[] flat = new float[2 * 8 * 8];
        Arrays.fill(flat, 3);
        for (float value : GaussianBlur.of(Tensor.of(flat, 1, 2, 8, 8), 1.5).toArray()) {
            assertThat((double) value).isCloseTo(3, within(1e-6));
        }
        float[] point = new float[21 * 21];
        point[10 * 21 + 10] = 1;
        float[] spread = GaussianBlur.of(Tensor.of(point, 1, 1, 21, 21), 2).toArray();
        double sum = 0;
        for (float value : spread) {
            sum += value;
        }
        assertThat(sum).isCloseTo(1, within(1e-6));
        // two positions away: exp(-4 / 8) of the peak
        assertThat((double) spread[10 * 21 + 12] / spread[10 * 21 + 10]).isCloseTo(Math.exp(-0.5), within(1e-5));
    }

    private static Tensor batch(int image) {
        return Tensor.stack(List.of(IMAGES.slice(image)));
    }

    private static float[] gradient(Network network, float[] image) {
        List<float[]> found = new ArrayList<>();
        Tensor one = Tensor.of(image, 1, 3, TinyNetwork.HEIGHT, TinyNetwork.WIDTH);
        network.trace(one, Focus.on(List.of("input")), trace -> {
            trace.sweep(
                    RuleSet.gradient(),
                    List.of(TARGETS.get(0)),
                    (layer, activation, gradient) ->
                            found.add(Torch.toHeap(gradient).toArray()));
            return true;
        });
        return found.get(0);
    }

    private static List<String> cuts(Network network) {
        List<String> cuts = new ArrayList<>(network.layersWithPositions());
        cuts.retainAll(network.cuts());
        return cuts;
    }

    private static Request request(List<String> layers) {
        return new Request(IMAGES, TARGETS, layers);
    }

    private static void assertClose(float[] got, float[] expected) {
        assertThat(got).hasSameSizeAs(expected);
        double peak = 0;
        for (float value : expected) {
            peak = Math.max(peak, Math.abs(value));
        }
        for (int i = 0; i < got.length; i++) {
            assertThat((double) got[i]).as("number %d", i).isCloseTo(expected[i], within(1e-5 * peak));
        }
    }
}
