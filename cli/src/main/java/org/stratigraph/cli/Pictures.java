package org.stratigraph.cli;

import org.stratigraph.core.image.Preprocessing;

/** What a user gave to be explained, read and not yet prepared for a model. */
interface Pictures {
    /**
     * The batch for a model.
     *
     * @throws IllegalArgumentException if the model cannot take them
     */
    Batch prepare(Preprocessing preprocessing);
}
