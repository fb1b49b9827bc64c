package org.stratigraph.zoo;

import java.util.List;
import java.util.Map;
import org.stratigraph.core.image.Preprocessing;
import org.stratigraph.core.spi.Labels;
import org.stratigraph.core.weights.WeightsSource;

/**
 * What weights say about themselves, and ImageNet's ways where they say nothing. Immutable.
 *
 * @param origin of the weights, for messages
 */
record Notes(String origin, Map<String, String> notes) {
    Notes(WeightsSource weights) {
        this(weights.description(), weights.metadata());
    }

    static Notes none() {
        return new Notes("no weights", Map.of());
    }

    /** @throws IllegalArgumentException if it names more or fewer classes than there are logits */
    Labels labels(int classes) {
        if (!notes.containsKey(WeightsSource.LABELS)) {
            return ImageNetLabels.orNumbered(classes);
        }
        List<String> names = notes.get(WeightsSource.LABELS).lines().toList();
        if (names.size() != classes) {
            throw new IllegalArgumentException(
                    origin + " names " + names.size() + " classes, but its last layer tells " + classes + " apart");
        }
        return new Labels(names);
    }

    /** @throws IllegalArgumentException if the side noted is none */
    Preprocessing preprocessing() {
        String side = notes.get(WeightsSource.SIDE);
        if (side == null) {
            return Preprocessing.imagenet();
        }
        if (!side.matches("[1-9]\\d{0,3}")) {
            throw new IllegalArgumentException(
                    origin + " notes as side of its pictures '" + side + "', not 1 to 9999 pixels");
        }
        return Preprocessing.square(Integer.parseInt(side));
    }
}
