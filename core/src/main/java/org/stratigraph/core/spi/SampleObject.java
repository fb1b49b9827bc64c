package org.stratigraph.core.spi;

import java.util.Optional;
import org.stratigraph.core.image.Box;
import org.stratigraph.core.image.Mask;

/**
 * An object in a picture. Immutable.
 *
 * @param label its class
 * @param box the smallest box that holds what is visible of it
 * @param mask its visible pixels, where they are known
 */
public record SampleObject(int label, Box box, Optional<Mask> mask) {}
