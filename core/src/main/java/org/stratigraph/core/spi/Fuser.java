package org.stratigraph.core.spi;

import java.util.List;
import org.stratigraph.core.image.SaliencyMap;

/** Turns the maps of all layers, for one image and one target, into one saliency map. Stateless, thread-safe. */
@FunctionalInterface
public interface Fuser {
    /**
     * Fuses at least one map.
     *
     * @param fromInputToTop one map per layer, signed, finite, all at the input's size
     * @return a map of the same size
     * @throws IllegalArgumentException if there is no map, or they differ in size
     */
    SaliencyMap fuse(List<SaliencyMap> fromInputToTop);
}
