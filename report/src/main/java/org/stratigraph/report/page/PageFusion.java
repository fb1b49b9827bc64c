package org.stratigraph.report.page;

import java.util.List;
import java.util.OptionalDouble;
import org.stratigraph.core.image.SaliencyMap;

/**
 * One map made of several layers' maps. Immutable.
 *
 * @param fuser as the user typed it, such as "tif:alpha=0.7"
 * @param alpha given for TIF alone: the page then computes it itself, for any alpha
 * @param layers which of the method's maps are fused, from input to top
 * @param map the fused map, of the picture's size
 */
public record PageFusion(String fuser, OptionalDouble alpha, List<String> layers, SaliencyMap map) {
    public PageFusion {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("fuser '" + fuser + "' fuses no layer; it needs one at least");
        }
        if (alpha.isPresent() && !(alpha.getAsDouble() >= 0 && alpha.getAsDouble() < 1)) {
            throw new IllegalArgumentException("fuser '" + fuser + "' has alpha " + alpha.getAsDouble()
                    + "; it must be from 0 up to, but not including, 1");
        }
    }
}
