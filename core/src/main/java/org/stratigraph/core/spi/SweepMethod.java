package org.stratigraph.core.spi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
                    (layer, activation, relevance) -> maps.put(layer, readout.maps(layer, activation, relevance)));
            return request.layers().stream().map(maps::get).toList();
        });
    }
}
