package org.stratigraph.localization;

import java.util.Arrays;
import java.util.BitSet;
import org.stratigraph.core.image.Mask;
import org.stratigraph.core.image.SaliencyMap;

/**
 * Relevance rank accuracy (Arras et al. 2022): how many of a map's K highest pixels are the objects', of objects of K pixels.
 * Stateless; of equal scores the earlier pixel ranks higher.
 */
final class RankAccuracy implements Measure {
    @Override
    public double of(SaliencyMap map, Mask objects) {
        BitSet pixels = objects.pixels();
        int area = objects.area();
        return (double) Arrays.stream(map.falling(), 0, area)
                        .filter(pixels::get)
                        .count()
                / area;
    }
}
