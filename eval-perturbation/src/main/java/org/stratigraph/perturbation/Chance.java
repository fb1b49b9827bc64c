package org.stratigraph.perturbation;

import java.nio.FloatBuffer;
import java.util.Random;
import org.stratigraph.core.image.Tensor;

/** Random numbers that a picture and a seed decide, whenever and wherever they are drawn. */
final class Chance {
    private static final long ODD = 0x9E3779B97F4A7C15L; // 2^64 over the golden ratio, as hashes spread with

    private Chance() {}

    /** A new source; {@link Random}, because its numbers are specified and those of newer generators are not. */
    static Random of(Tensor picture, long seed) {
        long mixed = seed;
        FloatBuffer values = picture.values();
        while (values.hasRemaining()) {
            mixed = (mixed ^ Float.floatToIntBits(values.get())) * ODD;
            mixed ^= mixed >>> 32;
        }
        return new Random(mixed);
    }
}
