package org.stratigraph.cam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Precision;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.Bilinear;
import org.stratigraph.core.image.Completeness;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.image.View;
import org.stratigraph.core.network.Focus;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.ReluRules;
import org.stratigraph.core.network.RuleSet;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.MemoryBudget;
import org.stratigraph.core.spi.Readout;
import org.stratigraph.core.spi.Request;
import org.stratigraph.core.spi.SweepMethod;
import org.stratigraph.testkit.TinyNetwork;

/** The CAM family against slow loops on the heap, and what must make no difference to it. */
class CamMethodsTest {
    private static final Tensor IMAGES = TinyNetwork.images(2);
    private static final int[] TARGETS = {2, 4};
    private static final int PIXELS = TinyNetwork.HEIGHT * TinyNetwork.WIDTH;

    @Test
    void score_cam_equals_a_loop_over_channels() {
        try (Network network = TinyNetwork.CHAIN.open()) {
            LayerMap map = maps(network, "score-cam", "relu2").maps().get(0);
            Tensor activation = activation(network, "relu2").slice(0);
            float[] expected = new float[PIXELS];
            for (int channel = 0; channel < activation.dimension(0); channel++) {
                float[] plane = upsampled(activation.slice(channel));
                if (flat(plane)) {
                    continue; // left out by the authors' code
                }
                double score = probability(network, masked(plane));
                for (int i = 0; i < PIXELS; i++) {
                    expected[i] += (float) (score * plane[i]);
                }
            }
            assertClose(map.values(), expected);
        }
    }

    /** The softmax probability of image 0's class under a mask. */
    private static double probability(Network network, float[] masked) {
        Tensor logits = network.logits(Tensor.of(masked, 1, 3, TinyNetwork.HEIGHT, TinyNetwork.WIDTH));
        return Math.exp(Target.logit(TARGETS[0])
                .on(Target.Scale.LOG_SOFTMAX)
                .value(logits.slice(0).toArray()));
    }

    private static boolean flat(float[] plane) {
        for (float value : plane) {
            if (value != plane[0]) {
                return false;
            }
        }
        return true;
    }

    /** Image 0 times a plane stretched to 0 ... 1. */
    private static float[] masked(float[] plane) {
        float lowest = Float.POSITIVE_INFINITY;
        float highest = Float.NEGATIVE_INFINITY;
        for (float value : plane) {
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        float[] image = IMAGES.slice(0).toArray();
        for (int i = 0; i < image.length; i++) {
            image[i] *= (plane[i % PIXELS] - lowest) / (highest - lowest);
        }
        return image;
    }

    @Test
    void ablation_cam_equals_a_loop_over_channels() {
        try (Network network = TinyNetwork.RESIDUAL.open()) {
            LayerMap map = maps(network, "ablation-cam", "block1").maps().get(1);
            Tensor activation = activation(network, "block1").slice(1);
            int positions = map.height() * map.width();
            float[] expected = new float[positions];
            double whole = network.logits(IMAGES).slice(1).toArray()[TARGETS[1]];
            try (Network upper = network.from("block1")) {
                for (int channel = 0; channel < activation.dimension(0); channel++) {
                    float[] values = activation.toArray();
                    Arrays.fill(values, channel * positions, (channel + 1) * positions, 0);
                    Tensor ablated = Tensor.of(values, 1, activation.dimension(0), map.height(), map.width());
                    double without = upper.logits(ablated).slice(0).toArray()[TARGETS[1]];
                    float[] plane = activation.slice(channel).toArray();
                    for (int i = 0; i < positions; i++) {
                        expected[i] += (float) ((whole - without) / whole * plane[i]);
                    }
                }
            }
            assertClose(map.values(), expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu1", "relu2"})
    void guided_grad_cam_is_the_product_of_its_parts(String layer) {
        checkProduct("guided-grad-cam", Readout.RELEVANCE, layer);
        checkProduct("guided-grad-cam:times-input=true", Readout.ACTIVATION_TIMES_RELEVANCE, layer);
    }

    private static void checkProduct(String spec, Readout readout, String layer) {
        try (Network network = TinyNetwork.CHAIN.open()) {
            LayerMap product = maps(network, spec, layer).maps().get(0);
            LayerMap guided = new SweepMethod(ReluRules.guidedBackprop(), readout)
                    .attribute(network, request("input"))
                    .get(0)
                    .maps()
                    .get(0);
            LayerMap cam =
                    View.POSITIVE.of(maps(network, "grad-cam", layer).maps().get(0));
            float[] upsampled =
                    cam.upsample(TinyNetwork.HEIGHT, TinyNetwork.WIDTH).values();
            float[] expected = guided.values();
            for (int i = 0; i < expected.length; i++) {
                expected[i] *= upsampled[i];
            }
            assertClose(product.values(), expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"score-cam", "score-cam:variant=softmax-channels", "ablation-cam"})
    void the_memory_budget_makes_no_difference(String spec) {
        try (Network network = TinyNetwork.RESIDUAL.open()) {
            AttributionMethod method = Parts.method(spec);
            Request request = request("block1");
            LayerMaps roomy = method.attribute(network, request).get(0);
            LayerMaps tight = method.attribute(network, request.within(new MemoryBudget(1)))
                    .get(0);
            assertClose(tight.stacked().toArray(), roomy.stacked().toArray());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"score-cam", "ablation-cam"})
    void progress_counts_passes_and_can_stop_the_work(String spec) {
        try (Network network = TinyNetwork.CHAIN.open()) {
            List<Integer> heard = new ArrayList<>();
            AtomicInteger all = new AtomicInteger();
            Request tight = request("relu2").within(new MemoryBudget(1));
            Parts.method(spec).attribute(network, tight.heardBy((layer, done, of) -> {
                assertThat(layer).isEqualTo("relu2");
                heard.add(done);
                all.set(of);
            }));
            assertThat(heard).isSorted().hasSize(all.get()); // a row at a time
            assertThat(heard.get(heard.size() - 1)).isEqualTo(all.get());
            Request stopped = tight.heardBy((layer, done, of) -> {
                throw new CancellationException("enough");
            });
            assertThatThrownBy(() -> Parts.method(spec).attribute(network, stopped))
                    .isInstanceOf(CancellationException.class)
                    .hasMessage("enough");
        }
    }

    /** An image of zeros has layers without contrast but at the padded border; here nothing is left of it at all. */
    @Test
    void a_map_without_evidence_is_blank_and_not_a_number() {
        try (Network network = TinyNetwork.CONCAT.open()) {
            Tensor nothing = Tensor.of(new float[IMAGES.size()], IMAGES.shape());
            for (String spec : List.of("grad-cam", "score-cam", "cameras:factors=1", "eigen-cam", "layer-cam")) {
                AttributionMethod method = Parts.method(spec);
                LayerMap map = method.attribute(network, new Request(nothing, TARGETS, List.of("input")))
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

    /** Logits are rounded to float32, so 1e-5 of them. */
    @ParameterizedTest
    @EnumSource
    void fullgrad_s_terms_sum_to_the_output(TinyNetwork kind) {
        try (Network network = kind.open(Placement.standard().in(Precision.FLOAT64))) {
            List<String> cuts = new ArrayList<>(network.layersWithPositions());
            cuts.retainAll(network.cuts());
            for (LayerMaps maps : Parts.method("fullgrad").attribute(network, new Request(IMAGES, TARGETS, cuts))) {
                for (Completeness completeness : maps.completeness()) {
                    assertThat(completeness.delta())
                            .as("%s: %s", maps.layer(), completeness)
                            .isCloseTo(0, within(1e-5));
                }
            }
        }
    }

    @Test
    void cameras_at_one_size_multiplies_what_it_upsamples() {
        try (Network network = TinyNetwork.CHAIN.open()) {
            LayerMap map = maps(network, "cameras:factors=1", "relu2").maps().get(0);
            Tensor activation = activation(network, "relu2").slice(0);
            Tensor gradient = gradient(network, "relu2").slice(0);
            float[] expected = new float[PIXELS];
            for (int channel = 0; channel < activation.dimension(0); channel++) {
                float[] a = upsampled(activation.slice(channel));
                float[] g = upsampled(gradient.slice(channel));
                for (int i = 0; i < PIXELS; i++) {
                    expected[i] += a[i] * g[i];
                }
            }
            assertClose(map.values(), expected);
        }
    }

    @Test
    void cameras_needs_a_network_that_takes_any_size() {
        try (Network network = TinyNetwork.CHAIN.open()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> maps(network, "cameras:factors=1/1.5", "relu2"))
                    .withMessageContaining("'flatten'")
                    .withMessageContaining("factors=1");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parts.method("cameras:factors=1.5/2"))
                .withMessageContaining("the first of them 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parts.method("cameras:factors=1/x"))
                .withMessageContaining("factors");
    }

    @Test
    void the_first_eigenvector_of_a_known_matrix() {
        FirstEigenvector first = FirstEigenvector.of(new double[][] {{2, 1}, {1, 2}});
        assertThat(first.value()).isCloseTo(3, within(1e-12));
        assertThat(Math.abs(first.vector()[0])).isCloseTo(Math.sqrt(0.5), within(1e-12));
        assertThat(first.vector()[1]).isCloseTo(first.vector()[0], within(1e-12));
        assertThat(FirstEigenvector.of(new double[3][3]).value()).isZero();
    }

    @Test
    void methods_know_the_layers_that_suit_them() {
        assertThat(Parts.method("grad-cam").probe()).isEqualTo("last-conv");
        assertThat(Parts.method("score-cam").probe()).isEqualTo("last-conv");
        assertThat(Parts.method("fullgrad").probe()).isEqualTo("input");
    }

    private static Request request(String layer) {
        return new Request(IMAGES, TARGETS, List.of(layer));
    }

    private static LayerMaps maps(Network network, String spec, String layer) {
        return Parts.method(spec).attribute(network, request(layer)).get(0);
    }

    private static Tensor activation(Network network, String layer) {
        return network.trace(IMAGES, Focus.forwardOnly(List.of(layer)), trace -> trace.onHeap(layer));
    }

    private static Tensor gradient(Network network, String layer) {
        List<Tensor> found = new ArrayList<>();
        network.trace(IMAGES, Focus.on(List.of(layer)), trace -> {
            trace.sweep(RuleSet.gradient(), TARGETS, (name, activation, gradient) -> found.add(Torch.toHeap(gradient)));
            return true;
        });
        return found.get(0);
    }

    private static float[] upsampled(Tensor plane) {
        return Bilinear.resize(
                plane.toArray(), plane.dimension(0), plane.dimension(1), TinyNetwork.HEIGHT, TinyNetwork.WIDTH);
    }

    /** 1e-5 of the peak: float32 sums in another order. */
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
