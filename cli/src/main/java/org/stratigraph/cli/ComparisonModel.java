package org.stratigraph.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.stratigraph.cli.assembly.ModelOpener;

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
        return new ComparisonModel(
                part, ModelSource.of(opener, part.model(), part.file().map(Path::of), "name a file under `weights:`"));
    }
}
