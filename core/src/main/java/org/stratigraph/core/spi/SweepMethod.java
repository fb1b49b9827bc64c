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
    private static final int[] CHANNELS = {1};

    @Override
    public List<LayerMaps> attribute(Network network, Request request) {
        requirePositions(network, request.layers());
        Map<String, LayerMaps> maps = new HashMap<>();
        return network.trace(request.images(), Focus.on(request.layers(), rules), trace -> {
            trace.sweep(
                    rules,
                    request.targets(),
                    (layer, activation, relevance) ->
                            maps.put(layer, sumOverChannels(layer, readout.read(activation, relevance))));
            return request.layers().stream().map(maps::get).toList();
        });
    }

    /** R_l = the sum of r_l over channels (the paper, section 5, "Channel reduce"): (N, C, H, W) -> N maps (H, W). */
    private static LayerMaps sumOverChannels(String layer, NDArray attribution) {
        NDArray sum = attribution.sum(CHANNELS);
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

    private static void requirePositions(Network network, List<String> layers) {
        for (String layer : layers) {
            network.node(layer); // says what exists if this one does not
            if (!network.layersWithPositions().contains(layer)) {
                throw new IllegalArgumentException(
                        "layer '" + layer
                                + "' has no rows and columns, so there is no map of it; layers that have: `stratigraph layers`");
            }
        }
    }
}
