package org.stratigraph.gradient;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import org.stratigraph.core.engine.Torch;

/**
 * An activation (1, C, H, W) under noise, every sample counting the same.
 *
 * @param layer where the noise enters
 */
record NoisyPoints(NDArray activation, String layer, Noise noise, int count) implements Points {
    @Override
    public double weight(int point) {
        return 1.0 / count;
    }

    @Override
    public NDArray batch(int from, int to) {
        int[] shape = Arrays.stream(activation.getShape().getShape())
                .skip(1)
                .mapToInt(Math::toIntExact)
                .toArray();
        try (NDArray samples = Torch.like(activation, noise.samples(layer, from, to, shape))) {
            return activation.add(samples.muli(sigma()));
        }
    }

    private double sigma() {
        try (NDArray lowest = activation.min();
                NDArray highest = activation.max()) {
            return noise.sigma(Torch.toFloats(lowest)[0], Torch.toFloats(highest)[0]);
        }
    }
}
