package org.stratigraph.gradient;

import java.nio.FloatBuffer;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.stratigraph.core.image.Tensor;

/**
 * Seeded standard normal noise; sigma is a share of the activation's range, as SmoothGrad has it. Immutable, thread-safe.
 *
 * @param share sigma by (highest - lowest value of the activation)
 */
record GaussianNoise(long seed, double share) implements Noise {
    @Override
    public Tensor samples(String layer, int from, int to, int... shape) {
        int size = IntStream.of(shape).reduce(1, Math::multiplyExact);
        float[] values = new float[Math.multiplyExact(to - from, size)];
        IntStream.range(from, to)
                .parallel()
                .forEach(sample -> fill(values, (sample - from) * size, size, layer, sample));
        return Tensor.wrap(FloatBuffer.wrap(values), to - from, shape[0], shape[1], shape[2]);
    }

    /** A stream of its own for every sample of a layer, so that it is the same in any batch and on any thread. */
    private void fill(float[] values, int start, int size, String layer, int sample) {
        // The seed is spread first: seed ^ sample alone would give seed 1 the samples of seed 0 in another order.
        long spread = new SplittableRandom(seed).nextLong();
        SplittableRandom mixed = new SplittableRandom(spread ^ ((long) layer.hashCode() << 32) ^ sample);
        SplittableRandom own = new SplittableRandom(mixed.nextLong());
        for (int i = start; i < start + size; i++) {
            values[i] = (float) own.nextGaussian();
        }
    }

    @Override
    public double sigma(double lowest, double highest) {
        return share * (highest - lowest);
    }
}
