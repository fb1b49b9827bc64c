package org.stratigraph.cli;

import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.ModelLoader;
import org.stratigraph.core.weights.WeightsSource;

/**
 * What a run's model is made of.
 *
 * @param spec the model as typed
 */
record ModelSource(String spec, ModelLoader loader, WeightsSource weights, Placement placement) {
    /**
     * Opens it; the caller closes it.
     *
     * @throws IllegalArgumentException if the weights are another model's
     */
    Model open() {
        return loader.open(weights, placement);
    }
}
