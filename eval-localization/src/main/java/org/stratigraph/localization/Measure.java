package org.stratigraph.localization;

import org.stratigraph.core.image.Mask;
import org.stratigraph.core.image.SaliencyMap;

/** How well a map points at objects, 0 ... 1. Stateless, thread-safe. */
@FunctionalInterface
interface Measure {
    /** From 0, nothing of it, to 1, all; both arguments are of the view's size. */
    double of(SaliencyMap map, Mask objects);
}
