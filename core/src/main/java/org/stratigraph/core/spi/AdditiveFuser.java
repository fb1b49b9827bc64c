package org.stratigraph.core.spi;

import java.util.List;
import org.stratigraph.core.image.SaliencyMap;

/** A fuser whose map is a sum over layers, and which can say what each layer brought. */
public interface AdditiveFuser extends Fuser {
    /**
     * What each layer brings, in the order given; {@link #fuse} is the sum of these to rounding.
     *
     * @throws IllegalArgumentException where {@link #fuse} throws it
     */
    List<SaliencyMap> parts(List<SaliencyMap> fromInputToTop);
}
