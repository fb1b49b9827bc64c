package org.stratigraph.cam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.MemoryBudget;
import org.stratigraph.core.spi.Request;
import org.stratigraph.testkit.TinyNetwork;

/** Score-CAM and Ablation-CAM against slow loops over channels, and what must make no difference to them. */
class ScoreAndAblationCamTest {
    @Test
    void score_cam_equals_a_loop_over_channels() {
        try (Network network = TinyNetwork.CHAIN.open()) {
            LayerMap map =
                    OnTinyNetwork.maps(network, "score-cam", "relu2").maps().get(0);
            Tensor activation = OnTinyNetwork.activation(network, "relu2").slice(0);
            float[] expected = new float[OnTinyNetwork.PIXELS];
            for (int channel = 0; channel < activation.dimension(0); channel++) {
                float[] plane = OnTinyNetwork.upsampled(activation.slice(channel));
                if (flat(plane)) {
                    continue; // left out by the authors' code
                }
                double score = probability(network, masked(plane));
                for (int i = 0; i < OnTinyNetwork.PIXELS; i++) {
                    expected[i] += (float) (score * plane[i]);
                }
            }
            OnTinyNetwork.assertClose(map.values(), expected);
        }
    }

    /** The softmax probability of image 0's class under a mask. */
    private static double probability(Network network, float[] masked) {
        Tensor logits = network.logits(Tensor.of(masked, 1, 3, TinyNetwork.HEIGHT, TinyNetwork.WIDTH));
        return Math.exp(Target.logit(OnTinyNetwork.TARGETS[0])
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
        float[] image = OnTinyNetwork.IMAGES.slice(0).toArray();
        for (int i = 0; i < image.length; i++) {
            image[i] *= (plane[i % OnTinyNetwork.PIXELS] - lowest) / (highest - lowest);
        }
        return image;
    }

    @Test
    void ablation_cam_equals_a_loop_over_channels() {
        try (Network network = TinyNetwork.RESIDUAL.open()) {
            LayerMap map =
                    OnTinyNetwork.maps(network, "ablation-cam", "block1").maps().get(1);
            Tensor activation = OnTinyNetwork.activation(network, "block1").slice(1);
            int positions = map.height() * map.width();
            float[] expected = new float[positions];
            double whole = network.logits(OnTinyNetwork.IMAGES).slice(1).toArray()[OnTinyNetwork.TARGETS[1]];
            try (Network upper = network.from("block1")) {
                for (int channel = 0; channel < activation.dimension(0); channel++) {
                    float[] values = activation.toArray();
                    Arrays.fill(values, channel * positions, (channel + 1) * positions, 0);
                    Tensor ablated = Tensor.of(values, 1, activation.dimension(0), map.height(), map.width());
                    double without = upper.logits(ablated).slice(0).toArray()[OnTinyNetwork.TARGETS[1]];
                    float[] plane = activation.slice(channel).toArray();
                    for (int i = 0; i < positions; i++) {
                        expected[i] += (float) ((whole - without) / whole * plane[i]);
                    }
                }
            }
            OnTinyNetwork.assertClose(map.values(), expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"score-cam", "score-cam:variant=softmax-channels", "ablation-cam"})
    void the_memory_budget_makes_no_difference(String spec) {
        try (Network network = TinyNetwork.RESIDUAL.open()) {
            AttributionMethod method = Parts.method(spec);
            Request request = OnTinyNetwork.request("block1");
            LayerMaps roomy = method.attribute(network, request).get(0);
            LayerMaps tight = method.attribute(network, request.within(new MemoryBudget(1)))
                    .get(0);
            OnTinyNetwork.assertClose(tight.stacked().toArray(), roomy.stacked().toArray());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"score-cam", "ablation-cam"})
    void progress_counts_passes_and_can_stop_the_work(String spec) {
        try (Network network = TinyNetwork.CHAIN.open()) {
            List<Integer> heard = new ArrayList<>();
            AtomicInteger all = new AtomicInteger();
            Request tight = OnTinyNetwork.request("relu2").within(new MemoryBudget(1));
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
}
