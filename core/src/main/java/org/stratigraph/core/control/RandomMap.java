package org.stratigraph.core.control;

import java.nio.FloatBuffer;
import java.util.SplittableRandom;
import org.stratigraph.core.image.Tensor;

/** Uniform noise between 0 and 1, the same for the same image and seed. Immutable. */
public final class RandomMap extends Control {
    private final long seed;

    public RandomMap(long seed) {
        this.seed = seed;
    }

    @Override
    float[] draw(Tensor image) {
        SplittableRandom random = new SplittableRandom(seed * 0x9e3779b97f4a7c15L + content(image));
        float[] noise = new float[image.dimension(1) * image.dimension(2)];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextDouble();
        }
        return noise;
    }

    /** A number that differs from image to image, so that their maps do. */
    private static long content(Tensor image) {
        long content = 0;
        FloatBuffer values = image.values();
        while (values.hasRemaining()) {
            content = 31 * content + Float.floatToIntBits(values.get());
        }
        return content;
    }
}
