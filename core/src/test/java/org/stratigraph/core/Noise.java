package org.stratigraph.core;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.stratigraph.core.image.Tensor;

/** Seeded normal numbers for tests. */
public final class Noise {
    private Noise() {}

    public static Tensor tensor(long seed, int... shape) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Tensor.of(values, shape);
    }
}
