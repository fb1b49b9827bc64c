package org.stratigraph.cam;

import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.spi.Request;

/** The outputs explained, f(x), read off logits. */
final class Targets {
    private Targets() {}

    /**
     * One number per image.
     *
     * @param logits (N, K)
     * @throws IllegalArgumentException if a class does not exist
     */
    static double[] values(Request request, Tensor logits) {
        double[] values = new double[logits.dimension(0)];
        for (int image = 0; image < values.length; image++) {
            values[image] =
                    request.targets().get(image).value(logits.slice(image).toArray());
        }
        return values;
    }

    /**
     * For methods that read no target: a class that does not exist is an error all the same.
     *
     * @throws IllegalArgumentException if a class does not exist
     */
    static void check(Request request, Tensor logits) {
        values(request, logits);
    }
}
