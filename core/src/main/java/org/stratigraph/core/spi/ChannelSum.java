package org.stratigraph.core.spi;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.LayerMaps;

/** From a layer's attributions to its maps on the heap: R_l = the sum of r_l over channels (the paper, section 5). */
public final class ChannelSum {
    private static final int[] CHANNELS = {1};

    private ChannelSum() {}

    /** The maps of attributions (N, C, H, W). */
    public static LayerMaps of(String layer, NDArray attributions) {
        try (NDArray sum = attributions.sum(CHANNELS)) {
            return maps(layer, sum);
        }
    }

    /** (N, H, W) to N maps (H, W). */
    private static LayerMaps maps(String layer, NDArray sum) {
        Shape shape = sum.getShape();
        int height = (int) shape.get(1);
        int width = (int) shape.get(2);
        float[] values = Torch.toFloats(sum);
        int positions = height * width;
        return new LayerMaps(
                layer,
                IntStream.range(0, (int) shape.get(0))
                        .mapToObj(image -> new LayerMap(
                                layer,
                                height,
                                width,
                                Arrays.copyOfRange(values, image * positions, (image + 1) * positions)))
                        .toList());
    }
}
