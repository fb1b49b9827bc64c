package org.stratigraph.core.spi;

import java.util.List;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.View;
import org.stratigraph.core.network.Network;

/** Says how much each position of a layer spoke for a class. Stateless, thread-safe. */
@FunctionalInterface
public interface AttributionMethod {
    /**
     * Explains a batch at all layers asked for.
     *
     * @return one entry per layer, in the order of the request; signed, summed over channels, at the layer's resolution,
     *     or at the input's where the method says so
     * @throws java.util.NoSuchElementException if a layer does not exist
     * @throws IllegalArgumentException if a layer has no positions or a class does not exist
     */
    List<LayerMaps> attribute(Network network, Request request);

    /**
     * Says, before any work, whether it can explain these layers.
     *
     * @throws java.util.NoSuchElementException if one does not exist
     * @throws IllegalArgumentException if it cannot; the message says which it could
     */
    default void check(Network network, List<String> layers) {
        network.requirePositions(layers);
    }

    /** The probe that chooses the layers where a user names none. */
    default String probe() {
        return "all";
    }

    /** What of its maps is shown. */
    default View view() {
        return View.SIGNED;
    }
}
