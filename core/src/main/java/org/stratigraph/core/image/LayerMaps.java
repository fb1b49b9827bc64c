package org.stratigraph.core.image;

import java.util.List;

/**
 * The attributions of a batch at one layer, one map per image in the batch's order. Immutable.
 *
 * @param layer the node whose output is explained
 * @param maps all of one size
 */
public record LayerMaps(String layer, List<LayerMap> maps) {
    public LayerMaps {
        maps = List.copyOf(maps);
        for (LayerMap map : maps) {
            if (!map.layer().equals(layer)
                    || map.height() != maps.get(0).height()
                    || map.width() != maps.get(0).width()) {
                throw new IllegalArgumentException(
                        "the maps of layer '" + layer + "' must be of one layer and one size");
            }
        }
    }

    /** All maps as (N, h, w). */
    public Tensor stacked() {
        return Tensor.stack(maps.stream()
                .map(map -> Tensor.of(map.values(), map.height(), map.width()))
                .toList());
    }
}
