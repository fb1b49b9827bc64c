package org.stratigraph.zoo.data;

/**
 * An object as an annotation in XML has it. Immutable.
 *
 * @param name of its class
 * @param left column of the first pixel, counted as the file counts
 * @param top row of the first pixel
 * @param right column of the last pixel
 * @param bottom row of the last pixel
 */
record XmlObject(String name, int left, int top, int right, int bottom) {
    /**
     * The same with a half-open box that counts from 0.
     *
     * @param first what the file calls the first row and column
     */
    DrawnObject drawn(int label, int first) {
        return DrawnObject.boxed(label, left - first, top - first, right - first + 1, bottom - first + 1);
    }
}
