package org.stratigraph.core.spi;

import org.stratigraph.core.image.Mask;
import org.stratigraph.core.image.RgbImage;

/**
 * A mark on a picture, the same on every picture of one size, that a model can be taught to answer to. Immutable,
 * thread-safe.
 *
 * <p>Appendix A.1 of the paper: x' = x (1 - M) + D M, with the mask M and the mark D. Sizes go with the picture's, and are
 * meant at 224 x 224.
 */
public interface Trigger {
    /**
     * The pixels that the mark covers, M.
     *
     * @throws IllegalArgumentException if a picture of this size is too small for it
     */
    Mask pixels(int height, int width);

    /**
     * The picture with the mark on it, x'.
     *
     * @param view the picture as the network sees it: after resize and crop, before normalisation
     * @throws IllegalArgumentException if it is too small
     */
    RgbImage stamp(RgbImage view);
}
