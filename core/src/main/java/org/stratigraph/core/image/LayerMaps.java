package org.stratigraph.core.image;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The attributions of a batch at one layer, one map per image in the batch's order. Immutable.
 *
 * @param layer the node whose output is explained
 * @param maps all of one size
 * @param completeness of each map, where the method promises it; else empty
 * @param noise what was added to the activation, (samples, C, H, W) in units of each image's sigma, where the user asked
 *     to keep it
 */
public record LayerMaps(String layer, List<LayerMap> maps, List<Completeness> completeness, Optional<Tensor> noise) {
    public LayerMaps {
        maps = List.copyOf(maps);
        completeness = List.copyOf(completeness);
        if (!completeness.isEmpty() && completeness.size() != maps.size()) {
            throw new IllegalArgumentException(
                    maps.size() + " maps have as many deltas, or none, not " + completeness.size());
        }
        for (LayerMap map : maps) {
            if (!map.layer().equals(layer)
                    || map.height() != maps.get(0).height()
                    || map.width() != maps.get(0).width()) {
                throw new IllegalArgumentException(
                        "the maps of layer '" + layer + "' must be of one layer and one size");
            }
        }
    }

    /** Maps of a method that promises no completeness. */
    public LayerMaps(String layer, List<LayerMap> maps) {
        this(layer, maps, List.of(), Optional.empty());
    }

    /**
     * These maps, held against the differences f(x) - f(x') that they ought to sum to.
     *
     * @param outputs f(x), one per image
     * @param baselineOutputs f(x'), one per image
     */
    public LayerMaps accountingFor(double[] outputs, double[] baselineOutputs) {
        return new LayerMaps(
                layer,
                maps,
                IntStream.range(0, maps.size())
                        .mapToObj(i -> new Completeness(maps.get(i).sum(), outputs[i], baselineOutputs[i]))
                        .toList(),
                noise);
    }

    /** These maps with the noise that made them. */
    public LayerMaps keeping(Tensor addedNoise) {
        return new LayerMaps(layer, maps, completeness, Optional.of(addedNoise));
    }

    /** All maps as (N, h, w). */
    public Tensor stacked() {
        return Tensor.stack(maps.stream()
                .map(map -> Tensor.of(map.values(), map.height(), map.width()))
                .toList());
    }
}
