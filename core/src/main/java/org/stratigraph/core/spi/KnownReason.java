package org.stratigraph.core.spi;

import java.util.List;

/**
 * A metric of models whose reason is known, because it was implanted (the paper, 3.1): a model that learned these triggers is
 * what it is for.
 */
public interface KnownReason extends Metric {
    /** What the model must have learned. */
    List<Implant> implants();
}
