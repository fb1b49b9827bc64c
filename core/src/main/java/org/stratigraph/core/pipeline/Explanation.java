package org.stratigraph.core.pipeline;

import java.util.List;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.View;

/**
 * What one method says of a batch.
 *
 * @param method the spec as typed
 * @param layers the maps of every layer, from the input upward, as the method computes them
 * @param view what of them is shown
 */
public record Explanation(String method, List<LayerMaps> layers, View view) {
    public Explanation {
        layers = List.copyOf(layers);
    }
}
