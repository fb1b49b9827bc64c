package org.stratigraph.zoo.pth;

import java.io.IOException;

/** Whole numbers as they come out of a pickle, where anything may stand in their place. */
final class PickledNumber {
    private PickledNumber() {}

    static long of(Object pickled) throws IOException {
        if (pickled instanceof Integer || pickled instanceof Long) {
            return ((Number) pickled).longValue();
        }
        throw new IOException("it has something else where a whole number of at most 64 bits must stand");
    }

    static long[] all(Object pickled) throws IOException {
        if (!(pickled instanceof Object[] parts)) {
            throw new IOException("it has something else where a tuple of whole numbers must stand");
        }
        long[] numbers = new long[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = of(parts[i]);
        }
        return numbers;
    }
}
