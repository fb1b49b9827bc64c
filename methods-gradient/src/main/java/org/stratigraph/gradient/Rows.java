package org.stratigraph.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;

/** Single images of a batch. */
final class Rows {
    private Rows() {}

    /** One image's activation (1, C, H, W), of a batch (N, C, H, W), or of one row for all. */
    static NDArray of(NDArray batch, int image) {
        long row = image % batch.getShape().get(0);
        return batch.get(new NDIndex(row + ":" + (row + 1)));
    }
}
