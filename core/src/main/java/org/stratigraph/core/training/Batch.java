package org.stratigraph.core.training;

import org.stratigraph.core.image.Tensor;

/** Pictures (N, 3, H, W), preprocessed, and their classes; lives inside this package only, so nothing is copied. */
record Batch(Tensor images, int[] labels) {}
