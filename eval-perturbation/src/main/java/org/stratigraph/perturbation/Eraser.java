package org.stratigraph.perturbation;

import org.stratigraph.core.image.Tensor;

/** One picture that loses more and more of its pixels. For one thread and one removal. */
interface Eraser {
    /** Removes, from all channels, the pixels at some ranks of an order. */
    void remove(int[] order, int from, int to);

    /** The picture as it is by now, (C, H, W). */
    Tensor picture();
}
