package org.stratigraph.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.catalog.Plugins;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.LayerSummary;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.op.Add;
import org.stratigraph.core.op.Dropout;
import org.stratigraph.core.op.Identity;
import org.stratigraph.core.op.Relu6;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.training.StateDict;
import org.stratigraph.core.weights.MemoryWeights;
import org.stratigraph.core.weights.WeightsSource;
import org.stratigraph.zoo.topology.MobileNetV2;

/** What is particular to MobileNetV2: blocks with and without a shortcut, filters of one channel, ReLUs that end at six. */
class MobileNetV2Test {
    private static final Placement HERE = Placement.standard();
    private static final TorchvisionLoader FOLDED = new TorchvisionLoader("mobilenet_v2", new MobileNetV2(), true);
    private static final TorchvisionLoader UNFOLDED = new TorchvisionLoader("mobilenet_v2", new MobileNetV2(), false);

    /** Thin, but wide enough that no two stages are equally wide. */
    private static final int DIVISOR = 8;

    private static final List<String> BLOCKS = numbered(IntStream.rangeClosed(1, 17));

    /** The golden file is of torchvision 0.29.2, without the batch counters that inference never reads. */
    @Test
    void the_state_dict_is_torchvisions_name_by_name_and_shape_by_shape() throws IOException {
        List<String> found = new ArrayList<>();
        try (Model model = UNFOLDED.untrained(1, 1000, 1, HERE)) {
            StateDict.of(model.network())
                    .forEach((name, tensor) -> found.add(name + " " + Tensor.describe(tensor.shape())));
        }
        try (InputStream golden = MobileNetV2Test.class.getResourceAsStream("/golden/mobilenet_v2_shapes.txt")) {
            assertThat(found)
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void probes_find_the_blocks_whether_or_not_they_have_a_shortcut(boolean fold) {
        List<String> all = new ArrayList<>(List.of("input", "features.0.2", "features.1.conv.0.2", "features.1"));
        for (int module = 2; module <= 17; module++) {
            if (List.of(2, 4, 7, 11, 14, 17).contains(module)) { // nothing goes around a block without a shortcut
                all.add("features." + module + ".conv.0.2");
                all.add("features." + module + ".conv.1.2");
            }
            all.add("features." + module);
        }
        all.add("features.18.2");
        try (Model model = (fold ? FOLDED : UNFOLDED).untrained(DIVISOR, 4, 1, HERE)) {
            Network network = model.network();
            assertThat(probe("blocks", network)).isEqualTo(BLOCKS);
            assertThat(probe("all", network)).isEqualTo(all);
            assertThat(probe("last-conv", network)).containsExactly("features.18.2");
            assertThat(probe("relus", network))
                    .hasSize(1 + 1 + 2 * 16 + 1)
                    .allMatch(relu -> network.node(relu).op() instanceof Relu6)
                    .containsSubsequence("features.0.2", "features.1.conv.0.2", "features.2.conv.0.2")
                    .containsSubsequence("features.17.conv.1.2", "features.18.2");
            assertThat(probe("cuts", network))
                    .containsAll(all)
                    .contains("features.2.conv.3", "adaptive_avg_pool2d")
                    .doesNotContain("features.3.conv.3");
        }
    }

    @Test
    void a_block_ends_in_a_sum_where_it_keeps_grid_and_width() {
        try (Model model = FOLDED.untrained(DIVISOR, 4, 1, HERE)) {
            Network network = model.network();
            List<String> sums = numbered(IntStream.of(3, 5, 6, 8, 9, 10, 12, 13, 15, 16));
            assertThat(BLOCKS)
                    .filteredOn(block -> network.node(block).op() instanceof Add)
                    .isEqualTo(sums);
            assertThat(BLOCKS)
                    .filteredOn(block -> network.node(block).op() instanceof Identity)
                    .hasSize(7)
                    .doesNotContainAnyElementsOf(sums);
            assertThat(network.node("classifier.0").op()).isEqualTo(new Dropout(0.2));
        }
    }

    /** As in torchvision with {@code width_mult=0.25}, where eight channels come out of eight. */
    @Test
    void a_first_block_that_is_as_wide_as_the_stem_has_a_shortcut() {
        try (Model model = FOLDED.untrained(32, 4, 1, HERE)) {
            assertThat(model.network().node("features.1").op()).isInstanceOf(Add.class);
        }
    }

    /** The strides of table 2 of the paper. */
    @Test
    void blocks_of_a_picture_of_224_end_in_grids_of_112_to_7() {
        try (Model model = FOLDED.untrained(DIVISOR, 4, 1, HERE)) {
            List<Integer> sides = LayerSummary.of(model.network(), 224, 224).stream()
                    .filter(layer -> BLOCKS.contains(layer.name()))
                    .map(layer -> layer.shape().get(1))
                    .toList();
            assertThat(sides).containsExactly(112, 56, 56, 28, 28, 28, 14, 14, 14, 14, 14, 14, 14, 7, 7, 7, 7);
        }
    }

    @Test
    void folded_batch_norms_give_the_same_logits() {
        WeightsSource weights = withNoisyNorms(ThinWeights.of(new MobileNetV2()));
        Tensor images = noise(1, 0, 2, 3, 64, 64);
        try (Model folded = FOLDED.open(weights, HERE);
                Model unfolded = UNFOLDED.open(weights, HERE)) {
            float[] expected = unfolded.network().logits(images).toArray();
            float[] found = folded.network().logits(images).toArray();

            assertThat(folded.network().nodes())
                    .hasSize(unfolded.network().nodes().size() - 52);
            for (int i = 0; i < expected.length; i++) {
                assertThat(found[i]).isCloseTo(expected[i], within(1e-5f)); // logits are near 1
            }
        }
    }

    @Test
    void a_filter_that_reads_more_than_its_own_channel_is_refused() {
        String filter = "features.3.conv.1.0.weight";
        Map<String, Tensor> tensors = tensors(ThinWeights.of(new MobileNetV2()));
        int width = tensors.get(filter).dimension(0);
        tensors.put(filter, noise(1, 0, width, width, 3, 3));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> FOLDED.open(new MemoryWeights("these", tensors, Map.of()), HERE))
                .withMessage(
                        "these: tensor '" + filter + "' has the shape (9, 9, 3, 3), mobilenet_v2 needs (9, 1, 3, 3)");
    }

    private static List<String> probe(String name, Network network) {
        try (Plugins plugins = Plugins.find(List.of())) {
            return new Catalog(plugins.found()).probes().make(name).layers(network);
        }
    }

    private static List<String> numbered(IntStream modules) {
        return modules.mapToObj(module -> "features." + module).toList();
    }

    private static Map<String, Tensor> tensors(WeightsSource weights) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        weights.names().forEach(name -> tensors.put(name, weights.tensor(name)));
        return tensors;
    }

    /** The same weights with batch norms that each do something of their own; their scales and variances are positive. */
    private static WeightsSource withNoisyNorms(WeightsSource weights) {
        Map<String, Tensor> tensors = tensors(weights);
        tensors.replaceAll((name, tensor) -> {
            boolean positive = name.endsWith(".weight") || name.endsWith(".running_var");
            return tensor.shape().length > 1 ? tensor : noise(0.1, positive ? 1 : 0, tensor.shape());
        });
        return new MemoryWeights("noisy norms", tensors, Map.of());
    }

    private static Tensor noise(double spread, double centre, int... shape) {
        float[] values = new float[IntStream.of(shape).reduce(1, Math::multiplyExact)];
        SplittableRandom random = new SplittableRandom(values.length);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (centre + spread * random.nextGaussian());
        }
        return Tensor.of(values, shape);
    }
}
