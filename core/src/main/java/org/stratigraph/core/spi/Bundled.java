package org.stratigraph.core.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.stratigraph.core.weights.WeightsSource;

/**
 * Weights that come with a model. Immutable.
 *
 * @param weights to open it with
 * @param record how they were made and what they measured, in the order to be shown
 */
public record Bundled(WeightsSource weights, Map<String, String> record) {
    public Bundled {
        record = Collections.unmodifiableMap(new LinkedHashMap<>(record));
    }
}
