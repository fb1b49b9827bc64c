package org.stratigraph.core.spi;

/** Which scores of a metric are good ones. */
public enum Direction {
    HIGHER,
    LOWER
}
