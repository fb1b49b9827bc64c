package org.stratigraph.core.spi;

import java.util.List;
import org.stratigraph.core.image.Tensor;

/**
 * What is to be explained: a batch of images, a class for each, and layers. Immutable.
 *
 * @param images (N, C, H, W), preprocessed
 * @param targets the class to explain, one per image; copied in and out
 * @param layers names of layers with positions, at least one
 */
public record Request(Tensor images, int[] targets, List<String> layers) {
    public Request {
        if (images.rank() != 4) {
            throw new IllegalArgumentException("images come as (N, C, H, W), not " + images);
        }
        if (images.dimension(0) != targets.length) {
            throw new IllegalArgumentException(
                    images.dimension(0) + " images need as many targets, not " + targets.length);
        }
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a request names at least one layer");
        }
        targets = targets.clone();
        layers = List.copyOf(layers);
    }

    @Override
    public int[] targets() {
        return targets.clone();
    }
}
