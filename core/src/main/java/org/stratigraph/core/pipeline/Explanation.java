package org.stratigraph.core.pipeline;

import java.util.List;
import org.stratigraph.core.image.LayerMaps;

/**
 * What one method says of a batch.
 *
 * @param method the spec as typed
 * @param layers the maps of every layer, from the input upward
 */
public record Explanation(String method, List<LayerMaps> layers) {
    public Explanation {
        layers = List.copyOf(layers);
    }
}
