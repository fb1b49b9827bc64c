package org.stratigraph.core.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Optional;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.Tensor;

/** What a sweep carries down from the logits. */
final class Seed {
    private Seed() {}

    /**
     * A row per image, (N, K).
     *
     * @param logits of the images, (N, K)
     * @param reference of the reference, (N, K), or (1, K) for all
     * @throws IllegalArgumentException if there are not as many targets as images, or a class does not exist
     */
    static NDArray of(Start start, List<Target> targets, NDArray logits, Optional<Tensor> reference, NDManager pass) {
        int images = (int) logits.getShape().get(0);
        int classes = (int) logits.getShape().get(1);
        if (targets.size() != images) {
            throw new IllegalArgumentException(images + " images need as many targets, not " + targets.size());
        }
        targets.forEach(target -> target.check(classes));
        Tensor own = Torch.toHeap(logits);
        Tensor other = reference.orElse(own);
        float[] seed = new float[images * classes];
        for (int image = 0; image < images; image++) {
            double[] row = start.seed(
                    targets.get(image),
                    own.slice(image).toArray(),
                    other.slice(image % other.dimension(0)).toArray());
            for (int i = 0; i < classes; i++) {
                seed[image * classes + i] = (float) row[i];
            }
        }
        try (NDArray lent = pass.create(seed, new Shape(images, classes))) { // in a Java buffer: see Torch.create
            return lent.duplicate().toType(logits.getDataType(), false);
        }
    }
}
