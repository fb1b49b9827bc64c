package org.stratigraph.core.pipeline;

import java.util.List;
import org.stratigraph.core.image.SaliencyMap;

/**
 * One saliency map per image of a batch, made of one method's maps of all layers. Immutable.
 *
 * @param method the spec as typed
 * @param fuser the spec as typed
 * @param layers that were fused, from the input upward
 * @param maps one per image
 * @param parts for each image what each layer brought; empty lists where that was not asked for or cannot be said
 */
public record Fused(
        String method, String fuser, List<String> layers, List<SaliencyMap> maps, List<List<SaliencyMap>> parts) {
    public Fused {
        layers = List.copyOf(layers);
        maps = List.copyOf(maps);
        parts = List.copyOf(parts);
    }

    /** Whether it is known what each layer brought. */
    public boolean hasParts() {
        return parts.stream().noneMatch(List::isEmpty);
    }
}
