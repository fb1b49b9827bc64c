package org.stratigraph.core.catalog;

import org.stratigraph.core.spi.Named;

/**
 * One line of the catalog.
 *
 * @param part what can be made
 * @param origin the jar that it came from
 */
public record Entry<T>(Named<T> part, String origin) {}
