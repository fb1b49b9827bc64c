package org.stratigraph.localization;

import java.util.Optional;
import org.stratigraph.core.image.Mask;
import org.stratigraph.core.spi.Case;

/** Where a sample's objects are in what the network sees. Stateless, thread-safe. */
@FunctionalInterface
interface Place {
    /**
     * The objects' pixels, together.
     *
     * @return of the view's size; empty where the sample is to be left out
     */
    Optional<Mask> of(Case sample);
}
