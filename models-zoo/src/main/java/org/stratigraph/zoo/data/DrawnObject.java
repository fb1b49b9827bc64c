package org.stratigraph.zoo.data;

import java.util.BitSet;
import java.util.Optional;
import org.stratigraph.core.image.Box;
import org.stratigraph.core.image.Mask;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.spi.SampleObject;

/**
 * An object as somebody drew it: its box, half-open, in pixels from 0 on, perhaps beyond the picture's edges, and its outline,
 * of which only what lies in the box counts. Immutable.
 *
 * @param label the object's class
 */
record DrawnObject(int label, int x0, int y0, int x1, int y1, Outline outline) {
    /** No picture is so wide or so high; larger numbers in a file are mistakes. */
    static final int FURTHEST = 100_000_000;

    /** An object of which nothing is known but its box. */
    static DrawnObject boxed(int label, int x0, int y0, int x1, int y1) {
        return new DrawnObject(label, x0, y0, x1, y1, Outline.UNKNOWN);
    }

    DrawnObject outlined(Outline drawn) {
        return new DrawnObject(label, x0, y0, x1, y1, drawn);
    }

    /**
     * The object, its box clipped to the picture; without a mask if its outline is not known or holds no pixel.
     *
     * @return empty if nothing is left of the box
     * @throws IllegalArgumentException if the outline is of a picture of another size
     */
    Optional<SampleObject> in(RgbImage image) {
        int left = Math.max(0, x0);
        int top = Math.max(0, y0);
        int right = Math.min(image.width(), x1);
        int bottom = Math.min(image.height(), y1);
        if (left >= right || top >= bottom) {
            return Optional.empty();
        }
        Box box = new Box(left, top, right, bottom);
        return Optional.of(new SampleObject(label, box, mask(image, box)));
    }

    /** Whether the box is one of pixels of the picture, with nothing to clip. */
    boolean isWithin(RgbImage image) {
        return 0 <= x0 && x0 < x1 && x1 <= image.width() && 0 <= y0 && y0 < y1 && y1 <= image.height();
    }

    /** Number of pixels of the box, those beyond the picture's edges included; 0 for what is no box. */
    long area() {
        return Math.max(0L, (long) x1 - x0) * Math.max(0L, (long) y1 - y0);
    }

    @Override
    public String toString() {
        return "the box from (" + x0 + ", " + y0 + ") to (" + x1 + ", " + y1 + ")";
    }

    private Optional<Mask> mask(RgbImage image, Box box) {
        BitSet pixels = outline.pixels(image.width(), image.height());
        BitSet boxed = new BitSet();
        for (int y = box.y0(); y < box.y1(); y++) {
            boxed.set(y * image.width() + box.x0(), y * image.width() + box.x1());
        }
        boxed.and(pixels);
        return boxed.isEmpty() ? Optional.empty() : Optional.of(new Mask(image.width(), image.height(), boxed));
    }
}
