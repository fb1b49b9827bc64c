package org.stratigraph.zoo.topology;

import org.stratigraph.core.image.Tensor;

/** Where a topology gets its numbers and its widths from. */
public interface Parameters {
    /** The length of the first axis of a tensor: how many outputs a layer has here; {@code standard} at full width. */
    int width(String tensor, int standard);

    /** {@link #width} of a linear layer below the last one. */
    int hiddenWidth(String tensor, int standard);

    /** How many classes the last layer has, given the name of its weight. */
    int classes(String tensor);

    /**
     * A tensor of the shape that the topology needs.
     *
     * @throws IllegalArgumentException if there is none, or one of another shape
     */
    Tensor take(String tensor, int... shape);
}
