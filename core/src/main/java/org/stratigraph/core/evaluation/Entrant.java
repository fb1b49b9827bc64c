package org.stratigraph.core.evaluation;

import java.util.List;

/**
 * A subject on one model: one saliency map for every question. Immutable.
 *
 * @param subject as typed, but with one fuser where alternatives were
 * @param layers whose maps it needs, from the input upward: one, or, with a fuser, all that are fused
 */
public record Entrant(Subject subject, List<String> layers) {
    public Entrant {
        layers = List.copyOf(layers);
    }

    /** Its name in tables: {@code deeplift @ layer3.5}, {@code deeplift | tif:alpha=0.7}. */
    public String name() {
        return subject.fuser().isPresent() ? subject.toString() : subject.method() + " @ " + layers.get(0);
    }
}
