package org.stratigraph.core.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.stratigraph.core.weights.WeightsSource;

/**
 * Weights that come with a model. Immutable.
 *
 * @param weights to open it with
 * @param record how they were made and what they measured, in the order to be shown
 */
public record Bundled(WeightsSource weights, Map<String, String> record) {
    /** The key under which a model with a backdoor names the metric that it is for. */
    public static final String BACKDOOR = "backdoor";

    public Bundled {
        record = Collections.unmodifiableMap(new LinkedHashMap<>(record));
    }

    /** The metric whose triggers the model was taught; empty for an honest model. */
    public Optional<String> backdoor() {
        return Optional.ofNullable(record.get(BACKDOOR));
    }
}
