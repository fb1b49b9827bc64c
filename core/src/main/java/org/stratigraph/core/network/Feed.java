package org.stratigraph.core.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.Tensor;

/**
 * What enters a network in one forward pass: a batch; with it, where a rule compares two passes, a reference. Immutable.
 */
public final class Feed {
    /** Makes the native array in the scope of a pass. */
    @FunctionalInterface
    private interface Source {
        NDArray in(NDManager pass, Placement placement);
    }

    private final Optional<Source> batch;
    private final Optional<Source> reference;
    private final Optional<Trace> beside;
    private final Map<String, UnaryOperator<NDArray>> starts;

    private Feed(
            Optional<Source> batch,
            Optional<Source> reference,
            Optional<Trace> beside,
            Map<String, UnaryOperator<NDArray>> starts) {
        this.batch = batch;
        this.reference = reference;
        this.beside = beside;
        this.starts = starts;
    }

    /** A batch (N, C, H, W) from the heap. */
    public static Feed of(Tensor batch) {
        return new Feed(Optional.of(heap(batch)), Optional.empty(), Optional.empty(), Map.of());
    }

    /** A batch (N, C, H, W) that another pass lends; that pass must outlive this one. */
    public static Feed of(NDArray batch) {
        return new Feed(Optional.of(lent(batch)), Optional.empty(), Optional.empty(), Map.of());
    }

    /** This batch compared with a reference: one for each image, (N, C, H, W), or one for all, (1, C, H, W). */
    public Feed against(Tensor other) {
        return new Feed(batch, Optional.of(heap(other)), Optional.empty(), starts);
    }

    /** {@link #against(Tensor)} with an array that another pass lends. */
    public Feed against(NDArray other) {
        return new Feed(batch, Optional.of(lent(other)), Optional.empty(), starts);
    }

    /**
     * Batches of one row that start at different layers and go up together, all compared with one image: the paper's
     * truncation (3.2) for many layers in one pass. At each cut, a row made from the image's activation there joins those
     * from below.
     *
     * @param image the pass of one image through the same network with the same focus; must outlive this one, unless
     *     {@link Trace#against} puts another in its place
     * @param starts by cut, from the network's input upward, what makes the row (1, C, h, w) from the image's activation
     *     there; each but the input has to be in the focus of the trace
     */
    public static Feed rising(Trace image, Map<String, UnaryOperator<NDArray>> starts) {
        if (image.images() != 1) {
            throw new IllegalArgumentException("rows rise beside one image, not " + image.images());
        }
        return new Feed(
                Optional.empty(),
                Optional.empty(),
                Optional.of(image),
                Collections.unmodifiableMap(new LinkedHashMap<>(starts)));
    }

    private static Source heap(Tensor tensor) {
        return (pass, placement) -> Torch.create(pass, tensor, placement);
    }

    private static Source lent(NDArray array) {
        return (pass, placement) -> Torch.detach(array, pass);
    }

    Optional<NDArray> reference(NDManager pass, Placement placement) {
        return reference.map(source -> source.in(pass, placement));
    }

    Optional<NDArray> batch(NDManager pass, Placement placement) {
        return batch.map(source -> source.in(pass, placement));
    }

    /** The pass of a reference that ran before. */
    Optional<Trace> beside() {
        return beside;
    }

    /** By cut, what makes the row that joins there. */
    Map<String, UnaryOperator<NDArray>> starts() {
        return starts;
    }
}
