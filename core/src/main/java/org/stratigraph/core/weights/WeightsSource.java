package org.stratigraph.core.weights;

import java.util.Set;
import org.stratigraph.core.image.Tensor;

/** Named tensors of a trained model, read when asked for. Implementations are immutable and thread-safe. */
public interface WeightsSource {
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
     * The SHA-256 of the file in 64 hexadecimal digits; weights that are in no file give a word that tells them apart.
     *
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    String sha256();
}
