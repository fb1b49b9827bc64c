package org.stratigraph.gradient;

import ai.djl.ndarray.NDArray;

/** The inputs over which one image's gradient is averaged. */
interface Points {
    /** How many there are. */
    int count();

    /** How much a point counts in the average. */
    double weight(int point);

    /**
     * Some of them.
     *
     * @return (to - from, C, H, W)
     */
    NDArray batch(int from, int to);
}
