package org.stratigraph.core.spi;

/** Labelled pictures in splits. Immutable, thread-safe. */
public interface DataSource {
    /** The classes, by the numbers that samples bear. */
    Labels labels();

    /**
     * The pictures of one split.
     *
     * @throws IllegalArgumentException if the source has no such split, naming those it has
     */
    Samples samples(Split split);
}
