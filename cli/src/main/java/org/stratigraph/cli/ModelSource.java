package org.stratigraph.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.stratigraph.cli.assembly.ModelOpener;
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
     * A model with the weights at hand: the file given, else those that come with it.
     *
     * @param spec as typed
     * @param how to name a file, for the message
     * @throws java.util.NoSuchElementException if there is no such model
     * @throws IllegalArgumentException if it has no weights
     * @throws IOException if the file cannot be read
     */
    static ModelSource of(ModelOpener opener, String spec, Optional<Path> file, String how) throws IOException {
        ModelLoader loader = opener.loader(spec);
        if (file.isPresent()) {
            return new ModelSource(spec, loader, opener.weights(file.get()), opener.placement());
        }
        return loader.bundled()
                .map(with -> new ModelSource(spec, loader, with.weights(), opener.placement()))
                .orElseThrow(() -> new IllegalArgumentException("model '" + spec + "' comes without weights: " + how
                        + " (docs/weights.md says where torchvision's are)"));
    }

    /** Everything about the model that decides what scores are. */
    Map<String, Object> identity() {
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("model", spec);
        identity.put("sha256", weights.sha256());
        identity.put("precision", placement.precision().name().toLowerCase(Locale.ROOT));
        return identity;
    }

    /**
     * Opens it; the caller closes it.
     *
     * @throws IllegalArgumentException if the weights are another model's
     */
    Model open() {
        return loader.open(weights, placement);
    }
}
