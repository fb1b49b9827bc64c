package org.stratigraph.perturbation;

import java.nio.FloatBuffer;
import org.stratigraph.core.image.Tensor;

/** Where a channel's numbers lie, and how far apart: their mean and standard deviation. Immutable. */
record Spread(double mean, double deviation) {
    /** Of one channel of a picture (C, H, W). */
    static Spread of(Tensor picture, int channel) {
        FloatBuffer values = picture.slice(channel).values();
        int count = values.remaining();
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values.get(i);
        }
        double mean = sum / count;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            squares += (values.get(i) - mean) * (values.get(i) - mean);
        }
        return new Spread(mean, Math.sqrt(squares / count));
    }
}
