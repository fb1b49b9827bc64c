package org.stratigraph.core.weights;

import java.io.IOException;
import java.nio.file.Path;

/** A file format for weights, as plugins offer it. */
public interface WeightsFormat {
    /**
     * Whether a file claims to be of this format, judged by its name and its first bytes (64 of them, or all of a
     * shorter file). A file that is accepted here may still be refused by {@link #open}, which then says why.
     */
    boolean accepts(Path file, byte[] firstBytes);

    /**
     * Opens a file and checks its structure, so that what is wrong with it is said before anything is computed.
     *
     * @throws IOException if it cannot be read or breaks a rule of the format
     */
    WeightsSource open(Path file) throws IOException;
}
