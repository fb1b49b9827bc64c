package org.stratigraph.zoo.data;

import java.util.BitSet;

/** Which pixels show an object, in a form that takes little room until it is asked for. Immutable, thread-safe. */
@FunctionalInterface
interface Outline {
    /** Nobody drew one. */
    Outline UNKNOWN = (width, height) -> new BitSet();

    /**
     * The pixels.
     *
     * @param width of the picture
     * @param height of the picture
     * @return the caller's own; bit {@code y * width + x} for the pixel at row y and column x
     * @throws IllegalArgumentException if the outline is of a picture of another size
     */
    BitSet pixels(int width, int height);
}
