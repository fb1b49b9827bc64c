package org.stratigraph.zoo.data;

import java.util.Optional;
import org.stratigraph.core.image.Box;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.spi.SampleObject;

/**
 * A box as somebody drew it, half-open, in pixels from 0 on, perhaps beyond the picture's edges. Immutable.
 *
 * @param label the object's class
 */
record DrawnBox(int label, int x0, int y0, int x1, int y1) {
    /** No picture is so wide or so high; larger numbers in a file are mistakes. */
    static final int FURTHEST = 100_000_000;

    /** The object, its box clipped to the picture; empty if nothing is left of it. */
    Optional<SampleObject> in(RgbImage image) {
        int left = Math.max(0, x0);
        int top = Math.max(0, y0);
        int right = Math.min(image.width(), x1);
        int bottom = Math.min(image.height(), y1);
        return left < right && top < bottom
                ? Optional.of(new SampleObject(label, new Box(left, top, right, bottom), Optional.empty()))
                : Optional.empty();
    }

    /** Number of pixels, those beyond the picture's edges included; 0 for what is no box. */
    long area() {
        return Math.max(0L, (long) x1 - x0) * Math.max(0L, (long) y1 - y0);
    }

    @Override
    public String toString() {
        return "the box from (" + x0 + ", " + y0 + ") to (" + x1 + ", " + y1 + ")";
    }
}
