package org.stratigraph.core.spi;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.network.Focus;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.RuleSet;

/**
 * A method that is a rule set: one forward pass and one sweep serve all layers. Immutable, thread-safe.
 *
 * @param rules how relevance goes back
 * @param readout what becomes the map
 */
public record SweepMethod(RuleSet rules, Readout readout) implements AttributionMethod {
    @Override
    public List<LayerMaps> attribute(Network network, Request request) {
        network.requirePositions(request.layers());
        Map<String, LayerMaps> maps = new HashMap<>();
        return network.trace(request.images(), Focus.on(request.layers(), rules), trace -> {
            trace.sweep(
                    rules,
                    request.targets(),
                    (layer, activation, relevance) -> maps.put(layer, maps(layer, readout.map(activation, relevance))));
            return request.layers().stream().map(maps::get).toList();
        });
    }

    /** (N, H, W), which is freed, to N maps (H, W). */
    private static LayerMaps maps(String layer, NDArray sum) {
        Shape shape = sum.getShape();
        int height = (int) shape.get(1);
        int width = (int) shape.get(2);
        float[] values = Torch.toFloats(sum);
        sum.close();
        int positions = height * width;
        return new LayerMaps(
                layer,
                IntStream.range(0, (int) shape.get(0))
                        .mapToObj(image -> new LayerMap(
                                layer,
                                height,
                                width,
                                Arrays.copyOfRange(values, image * positions, (image + 1) * positions)))
                        .toList());
    }
}
