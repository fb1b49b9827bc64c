package org.stratigraph.localization;

import org.stratigraph.core.image.Mask;
import org.stratigraph.core.image.SaliencyMap;

/**
 * Whether a map's highest pixel, the first in row-major order of several, is on an object (Zhang et al. 2016). Immutable.
 *
 * <p>TorchRay counts a pixel as near if its distance is below the tolerance, this if it is at most the tolerance, so that 0
 * stands for the objects' own pixels.
 *
 * @param tolerance how far from an object it may be, in pixels of the view, from centre to centre
 */
record Pointing(int tolerance) implements Measure {
    @Override
    public double of(SaliencyMap map, Mask objects) {
        int highest = map.falling()[0];
        return isNear(highest / map.width(), highest % map.width(), objects) ? 1 : 0;
    }

    private boolean isNear(int y, int x, Mask objects) {
        return objects.pixels().stream().anyMatch(pixel -> {
            long down = pixel / objects.width() - y;
            long across = pixel % objects.width() - x;
            return down * down + across * across <= (long) tolerance * tolerance;
        });
    }
}
