package org.stratigraph.zoo.scenes;

/**
 * A stream of random numbers that is the same on every machine and JDK: SplitMix64 (Steele, Lea and Flood, "Fast
 * splittable pseudorandom number generators", OOPSLA 2014), with branches that do not depend on what was drawn before.
 */
final class Dice {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private final long origin;
    private long state;

    private Dice(long origin) {
        this.origin = origin;
        this.state = origin;
    }

    /** The stream of these keys; other keys, or the same in another order, give an unrelated one. */
    static Dice of(long... keys) {
        long mixed = 0;
        for (long key : keys) {
            mixed = mix(mixed + GOLDEN_GAMMA + mix(key + GOLDEN_GAMMA));
        }
        return new Dice(mixed);
    }

    /** An unrelated stream of its own, the same however much has been drawn from this one. */
    Dice branch(long key) {
        return of(origin, key);
    }

    /** 64 random bits. */
    long bits() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Uniform in [low, high). */
    double between(double low, double high) {
        return low + (high - low) * (bits() >>> 11) * 0x1p-53;
    }

    /** Uniform in 0 ... count - 1. */
    int below(int count) {
        return (int) ((bits() >>> 33) * count >>> 31);
    }

    boolean chance(double probability) {
        return between(0, 1) < probability;
    }

    /** Uniform over a whole turn, in radians. */
    double angle() {
        return between(0, 2 * StrictMath.PI);
    }

    private static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
