package org.stratigraph.core.training;

import java.util.SplittableRandom;

/** In which order samples come: each once, shuffled, and then again in another order. Used by one thread. */
final class Order {
    private final int size;
    private final long seed;
    private int[] shuffled = {};
    private long epoch = -1;

    Order(int size, long seed) {
        this.size = size;
        this.seed = seed;
    }

    /** The index of the sample that comes at a place, counted from 0 over all epochs. */
    int at(long place) {
        if (place / size != epoch) {
            epoch = place / size;
            shuffled = shuffle(new SplittableRandom(mixed(seed, -1 - epoch)));
        }
        return shuffled[(int) (place % size)];
    }

    /** A seed of its own for each number. */
    static long mixed(long seed, long number) {
        return new SplittableRandom(seed + number * 0x9e3779b97f4a7c15L).nextLong();
    }

    /** Fisher and Yates's shuffle. */
    private int[] shuffle(SplittableRandom random) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int swapped = random.nextInt(i + 1);
            order[i] = order[swapped];
            order[swapped] = i;
        }
        return order;
    }
}
