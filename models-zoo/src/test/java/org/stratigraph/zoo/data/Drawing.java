package org.stratigraph.zoo.data;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A set of pixels as rows of text, which a test can write and a failure can show. */
final class Drawing {
    private Drawing() {}

    /** A row each, with {@code #} for a pixel of the set. */
    static List<String> of(BitSet pixels, int width, int height) {
        List<String> rows = new ArrayList<>();
        for (int y = 0; y < height; y++) {
            StringBuilder row = new StringBuilder();
            for (int x = 0; x < width; x++) {
                row.append(pixels.get(y * width + x) ? '#' : '.');
            }
            rows.add(row.toString());
        }
        return rows;
    }
}
