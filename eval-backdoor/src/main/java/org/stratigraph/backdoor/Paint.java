package org.stratigraph.backdoor;

import org.stratigraph.core.image.RgbImage;

/** What a figure is filled with. Immutable. */
@FunctionalInterface
interface Paint {
    /** White, the paper's: 1 in a picture of 0 ... 1. */
    Paint WHITE = (i, j, side, channel) -> 255;

    /** A sample, 0 ... 255, for row i and column j of the square around the figure. */
    int sample(int i, int j, int side, int channel);

    /** White and black fields in turn, white first. */
    static Paint checkerboard(int fieldsPerSide) {
        return (i, j, side, channel) -> {
            int row = i * fieldsPerSide / side;
            int column = j * fieldsPerSide / side;
            return (row + column) % 2 == 0 ? 255 : 0;
        };
    }

    /** A picture, stretched over the square; the nearest of its pixels counts. */
    static Paint picture(RgbImage picture) {
        return (i, j, side, channel) ->
                picture.sample(i * picture.height() / side, j * picture.width() / side, channel);
    }
}
