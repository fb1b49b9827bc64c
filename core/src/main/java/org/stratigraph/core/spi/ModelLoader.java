package org.stratigraph.core.spi;

import java.util.Optional;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.weights.WeightsSource;

/** Builds one kind of model. Stateless. */
public interface ModelLoader {
    /**
     * The model with trained weights; widths and the number of classes are read off their shapes.
     *
     * @throws IllegalArgumentException naming the tensor, if one is missing, left over or of another shape
     */
    Model open(WeightsSource weights, Placement placement);

    /** Weights that come with the model, if it can be opened without a weight file. */
    default Optional<Bundled> bundled() {
        return Optional.empty();
    }

    /**
     * The same topology with seeded random weights, for training and for looking at its layers.
     *
     * @param divisor every width is the standard one divided by this
     */
    Model untrained(int divisor, int classes, long seed, Placement placement);
}
