package org.stratigraph.testkit;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.stratigraph.core.image.Tensor;

/** Seeded normal numbers. */
final class Noise {
    private Noise() {}

    static Tensor tensor(long seed, int... shape) {
        return tensor(seed, 1, 0, shape);
    }

    /** Numbers of a spread around a centre. */
    static Tensor tensor(long seed, double spread, double centre, int... shape) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (centre + spread * random.nextGaussian());
        }
        return Tensor.of(values, shape);
    }
}
