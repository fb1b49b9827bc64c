package org.stratigraph.cam;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Precision;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Focus;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.spi.Model;

/** What CAMERAS feeds to a network at a size that is not the first. */
class CamerasInputGoldenTest {
    private static final double FACTOR = 1.75; // 64 to 112 pixels

    @ParameterizedTest
    @MethodSource("org.stratigraph.cam.Golden#cases")
    void an_image_is_resized_bicubically(String name, Precision precision) {
        Golden golden = Golden.of(name);
        Tensor images = golden.tensor("input");
        try (Model model = golden.open(Placement.standard().in(precision))) {
            Network network = model.network();
            Tensor resized = network.trace(
                    Tensor.stack(List.of(images.slice(0))),
                    Focus.forwardOnly(List.of(network.input())),
                    trace -> Torch.toHeap(Cameras.resized(trace.activation(network.input()), FACTOR)));
            GoldenNumbers.sampled(name + "_sampled").check("cameras_bicubic_input", resized.toArray());
        }
    }
}
