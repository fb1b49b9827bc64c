package org.stratigraph.core.weights;

import java.util.Map;
import java.util.Set;
import org.stratigraph.core.image.Tensor;

/** Named tensors of a trained model, read when asked for. Implementations are immutable and thread-safe. */
public interface WeightsSource {
    /** The note that gives the classes' names, one a line. */
    String LABELS = "labels";

    /** The note that gives the side of the pictures learned from, in pixels: others are resized and cropped to it. */
    String SIDE = "side";

    /** Where the numbers come from, for messages and reports: the path of a file, say. */
    String description();

    /** All tensors in the order stored, those of whole numbers too (batch norm's {@code num_batches_tracked}, say). */
    Set<String> names();

    /** @throws java.util.NoSuchElementException naming what exists, if there is no such tensor */
    int[] shape(String name);

    /**
     * A tensor as float32, whatever float type it is stored in.
     *
     * @throws java.util.NoSuchElementException naming what exists, if there is no such tensor
     * @throws IllegalArgumentException if its numbers are not floats
     * @throws java.io.UncheckedIOException if the numbers cannot be read
     */
    Tensor tensor(String name);

    /**
     * Notes beside the tensors, by key, empty where there are none; loaders read {@link #LABELS} and {@link #SIDE}.
     */
    default Map<String, String> metadata() {
        return Map.of();
    }

    /**
     * The SHA-256 of the file in 64 hexadecimal digits; weights that are in no file give a word that tells them apart.
     *
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    String sha256();
}
