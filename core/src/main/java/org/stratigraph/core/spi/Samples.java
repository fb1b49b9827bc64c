package org.stratigraph.core.spi;

import java.io.IOException;

/** A numbered series of labelled pictures, any of which can be asked for at any time. Immutable, thread-safe. */
public interface Samples {
    /** How many there are. */
    int size();

    /**
     * The sample of this number, the same every time.
     *
     * @param index from 0 to {@link #size} - 1
     * @throws IndexOutOfBoundsException if there is none of that number
     * @throws IOException if it cannot be read
     */
    Sample sample(int index) throws IOException;
}
