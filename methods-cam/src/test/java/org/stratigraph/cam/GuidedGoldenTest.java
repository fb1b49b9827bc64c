package org.stratigraph.cam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Precision;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Focus;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.ReluRules;
import org.stratigraph.core.network.RuleSet;
import org.stratigraph.core.spi.Model;

/** Guided backpropagation, colour by colour, and Guided Grad-CAM at every layer that there are numbers for. */
class GuidedGoldenTest {
    private static final RuleSet GUIDED = ReluRules.guidedBackprop();

    @ParameterizedTest
    @MethodSource("org.stratigraph.cam.Golden#cases")
    void guided_backpropagation(String name, Precision precision) {
        Golden golden = Golden.of(name);
        List<float[]> found = new ArrayList<>();
        try (Model model = golden.open(Placement.standard().in(precision))) {
            Network network = model.network();
            network.trace(golden.tensor("input"), Focus.on(List.of(network.input()), GUIDED), trace -> {
                trace.sweep(
                        GUIDED,
                        golden.targets("a"),
                        (layer, activation, relevance) ->
                                found.add(Torch.toHeap(relevance).toArray()));
                return true;
            });
        }
        GoldenNumbers.sampled(name + "_sampled").check("guided_backprop/a", found.get(0));
    }

    @ParameterizedTest
    @MethodSource("org.stratigraph.cam.Golden#cases")
    void guided_grad_cam_summed_over_colours(String name, Precision precision) {
        Golden golden = Golden.of(name);
        try (Model model = golden.open(Placement.standard().in(precision))) {
            List<GoldenName> names = golden.numbers().named(List.of("bilinear", "nearest"));
            assertThat(names).as("layers, targets and upsamplings").hasSize(4);
            for (GoldenName stored : names) {
                checkSumOverColours(golden, model.network(), stored);
            }
        }
    }

    private static void checkSumOverColours(Golden golden, Network network, GoldenName stored) {
        float[] got = Parts.method(stored.typed() + ":upsampling=" + stored.kind())
                .attribute(network, golden.request(stored.targets(), stored.layer()))
                .get(0)
                .stacked()
                .toArray();
        String name = stored.toString();
        float[] expected = sumOverColours(golden.tensor(name));
        double allowed = 3 * golden.numbers().tolerances().get(name); // three colours
        assertThat(got).as(name).hasSameSizeAs(expected);
        for (int i = 0; i < got.length; i++) {
            assertThat((double) got[i]).as(name).isBetween(expected[i] - allowed, expected[i] + allowed);
        }
    }

    /** (N, 3, H, W) to N x H x W. */
    private static float[] sumOverColours(Tensor tensor) {
        int plane = tensor.dimension(2) * tensor.dimension(3);
        float[] values = tensor.toArray();
        float[] sums = new float[tensor.dimension(0) * plane];
        for (int i = 0; i < sums.length; i++) {
            int start = i / plane * 3 * plane + i % plane;
            sums[i] = values[start] + values[start + plane] + values[start + 2 * plane];
        }
        return sums;
    }
}
