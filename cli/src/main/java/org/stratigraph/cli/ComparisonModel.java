package org.stratigraph.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.stratigraph.cli.assembly.ModelOpener;
import org.stratigraph.core.spi.ModelLoader;

/**
 * A model of a comparison with the weights at hand.
 *
 * @param part as the comparison names it
 */
record ComparisonModel(Comparison.ModelPart part, ModelSource source) {
    /**
     * Finds its weights: the file named, else those that come with the model.
     *
     * @throws java.util.NoSuchElementException if there is no such model
     * @throws IllegalArgumentException if it has no weights
     */
    static ComparisonModel of(Comparison.ModelPart part, ModelOpener opener) throws IOException {
        ModelLoader loader = opener.loader(part.model());
        if (part.file().isPresent()) {
            return new ComparisonModel(
                    part,
                    new ModelSource(
                            part.model(),
                            loader,
                            opener.weights(Path.of(part.file().get())),
                            opener.placement()));
        }
        return loader.bundled()
                .map(with -> new ComparisonModel(
                        part, new ModelSource(part.model(), loader, with.weights(), opener.placement())))
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "model '" + part.model()
                                        + "' comes without weights: name a file under `weights:` (docs/weights.md says where torchvision's are)"));
    }
}
