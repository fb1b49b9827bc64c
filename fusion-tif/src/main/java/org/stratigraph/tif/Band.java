package org.stratigraph.tif;

import org.stratigraph.core.image.SaliencyMap;

/**
 * What TIF takes from one layer.
 *
 * @param map R_l at the input's size, signed
 * @param ceiling s(l/L (1 - alpha)), what scores are clamped to
 * @param floor s((l+1)/L (1 - alpha)), what scores must exceed
 */
record Band(SaliencyMap map, float ceiling, float floor) {

    /**
     * Adds psi(R^_l), where R^_l = min(R~_l [R~_l > floor], ceiling), eq. 2, and psi scales it from its least value to its largest.
     *
     * <p>The least is 0, since the pixel whose score is the floor goes itself; the largest, where anything stays, is the ceiling.
     * So psi divides by the ceiling, and a layer whose ceiling is 0 has nothing to add.
     */
    void addTo(float[] sum) {
        if (ceiling == 0) {
            return;
        }
        for (int pixel = 0; pixel < sum.length; pixel++) {
            float score = map.at(pixel);
            if (score > floor) { // floor >= 0, so this is the ReLU as well
                sum[pixel] += Math.min(score, ceiling) / ceiling;
            }
        }
    }
}
