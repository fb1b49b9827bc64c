package org.stratigraph.cli;

import org.stratigraph.cli.assembly.ModelOpener;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.weights.WeightsSource;

/**
 * Where a run's model comes from.
 *
 * @param spec the model as typed
 */
record ModelSource(String spec, WeightsSource weights, ModelOpener opener) {
    Model open() {
        return opener.open(spec, weights);
    }
}
