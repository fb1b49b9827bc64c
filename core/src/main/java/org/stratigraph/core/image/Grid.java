package org.stratigraph.core.image;

/** The one check that every map makes. */
final class Grid {
    private Grid() {}

    static void check(int height, int width, float[] values) {
        if (height < 1 || width < 1 || (long) height * width != values.length) {
            throw new IllegalArgumentException(
                    "a map of " + height + " x " + width + " positions cannot have " + values.length + " values");
        }
    }
}
