package org.stratigraph.core.spi;

import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Target;

/**
 * What is to be explained: one input, and what the model is asked about it. Immutable. Two are equal if they hold the same
 * tensor, so that what is equal is explained once.
 *
 * @param input (C, H, W), preprocessed
 */
public record Question(Tensor input, Target target) {}
