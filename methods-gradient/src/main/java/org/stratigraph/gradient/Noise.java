package org.stratigraph.gradient;

import org.stratigraph.core.image.Tensor;

/** What is added to an activation, in units of each image's sigma. Stateless. */
interface Noise {
    /**
     * Some of the samples, the same whenever asked: they depend on the layer and on their numbers, not on the image or on how
     * many are asked for at once.
     *
     * @param shape of an activation, (C, H, W)
     * @return (to - from, C, H, W)
     */
    Tensor samples(String layer, int from, int to, int... shape);

    /** How far the noise reaches for an activation with values in a range: sigma. */
    double sigma(double lowest, double highest);
}
