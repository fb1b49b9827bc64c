package org.stratigraph.cli.assembly;

import java.io.IOException;
import java.nio.file.Path;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.ModelLoader;
import org.stratigraph.core.weights.WeightsSource;

/** Opens a model by what a user typed; the caller closes it. */
public final class ModelOpener {
    private static final int CLASSES = 1000;

    private final Catalog catalog;
    private final Placement placement;

    ModelOpener(Catalog catalog, Placement placement) {
        this.catalog = catalog;
        this.placement = placement;
    }

    /**
     * Checks a model's name and settings before anything is read.
     *
     * @throws java.util.NoSuchElementException if there is no such model
     */
    public ModelLoader requireModel(String spec) {
        return catalog.models().make(spec);
    }

    /** Opens a weight file of any known format. */
    public WeightsSource weights(Path file) throws IOException {
        return catalog.weightsFiles().open(file);
    }

    /** A model with weights. */
    public Model open(String spec, WeightsSource weights) {
        return catalog.models().make(spec).open(weights, placement);
    }

    /** A model at full width with random weights, to look at its layers. */
    public Model untrained(String spec) {
        ModelLoader loader = catalog.models().make(spec);
        return loader.untrained(1, CLASSES, 0, placement);
    }
}
