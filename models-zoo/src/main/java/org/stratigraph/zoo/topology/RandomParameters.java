package org.stratigraph.zoo.topology;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.stratigraph.core.image.Tensor;

/**
 * Seeded random parameters for a topology of any thinness: He's normal initialisation for filters, batch norms that do
 * nothing, zero biases. A tensor depends on its name and the seed alone.
 */
public final class RandomParameters implements Parameters {
    private final int divisor;
    private final int classes;
    private final long seed;

    /**
     * Describes a network without training.
     *
     * @param divisor every width is the standard one divided by this, at least 1
     * @param classes the number of outputs, at least 2
     */
    public RandomParameters(int divisor, int classes, long seed) {
        if (divisor < 1 || classes < 2) {
            throw new IllegalArgumentException(
                    "needs a divisor of at least 1 and at least 2 classes, not " + divisor + " and " + classes);
        }
        this.divisor = divisor;
        this.classes = classes;
        this.seed = seed;
    }

    @Override
    public int width(String tensor, int standard) {
        return Math.max(1, standard / divisor);
    }

    /** Thinner by another half: hidden linear layers hold most of a VGG's numbers, and few classes need few of them. */
    @Override
    public int hiddenWidth(String tensor, int standard) {
        return divisor == 1 ? standard : Math.max(1, standard / divisor / 2);
    }

    @Override
    public int classes(String tensor) {
        return classes;
    }

    @Override
    public Tensor take(String tensor, int... shape) {
        int size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        FloatBuffer values = FloatBuffer.allocate(size);
        if (shape.length > 1) {
            double fanIn = (double) size / shape[0];
            SplittableRandom random = new SplittableRandom(seed ^ ((long) tensor.hashCode() << 32));
            // Linear layers: torch's default. He's larger spread starts a VGG so wrong that its hidden units all die.
            double spread = shape.length == 2 ? Math.sqrt(1 / (3 * fanIn)) : Math.sqrt(2 / fanIn);
            for (int i = 0; i < size; i++) {
                values.put((float) (spread * random.nextGaussian()));
            }
        } else if (tensor.endsWith(".running_var") || tensor.endsWith(".weight")) { // a batch norm's spread or scale
            Arrays.fill(values.array(), 1);
            values.position(size);
        } else {
            values.position(size);
        }
        return Tensor.wrap(values.flip(), shape);
    }
}
