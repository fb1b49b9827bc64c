package org.stratigraph.cli.assembly;

import java.io.IOException;
import java.nio.file.Path;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.ModelLoader;
import org.stratigraph.core.weights.WeightsSource;

/** Finds models and weights by what a user typed, for one placement. */
public final class ModelOpener {
    private static final int IMAGENET_CLASSES = 1000;

    private final Catalog catalog;
    private final Placement placement;

    ModelOpener(Catalog catalog, Placement placement) {
        this.catalog = catalog;
        this.placement = placement;
    }

    public Placement placement() {
        return placement;
    }

    /**
     * The loader of a model, its settings applied.
     *
     * @throws java.util.NoSuchElementException if there is no such model
     */
    public ModelLoader loader(String spec) {
        return catalog.models().make(spec);
    }

    /** Opens a weight file of any known format. */
    public WeightsSource weights(Path file) throws IOException {
        return catalog.weightsFiles().open(file);
    }

    /** A model at full width with random weights, to look at its layers. */
    public Model untrained(ModelLoader loader) {
        return loader.untrained(1, IMAGENET_CLASSES, 0, placement);
    }
}
