package org.stratigraph.report.page;

import java.util.List;
import java.util.Optional;
import org.stratigraph.core.image.LayerMap;

/**
 * One method's maps of one picture for one target. Immutable.
 *
 * @param method as the user typed it
 * @param shownLayer the layer that is shown at first, one of the maps'
 * @param layers the maps from input to top, signed, at their own resolution
 * @param fusion one map of several layers, where there is one
 */
public record PageMethod(String method, String shownLayer, List<LayerMap> layers, Optional<PageFusion> fusion) {
    public PageMethod {
        layers = List.copyOf(layers);
        List<String> names = names(layers);
        if (!names.contains(shownLayer)) {
            throw new IllegalArgumentException(
                    "method '" + method + "' has no map of the layer '" + shownLayer + "' to show; it has " + names);
        }
        if (fusion.isPresent() && !names.containsAll(fusion.get().layers())) {
            throw new IllegalArgumentException(
                    "method '" + method + "' fuses " + fusion.get().layers() + ", but has maps of " + names + " only");
        }
    }

    List<String> layerNames() {
        return names(layers);
    }

    LayerMap shown() {
        return layers.stream()
                .filter(map -> map.layer().equals(shownLayer))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(List<LayerMap> maps) {
        return maps.stream().map(LayerMap::layer).toList();
    }
}
