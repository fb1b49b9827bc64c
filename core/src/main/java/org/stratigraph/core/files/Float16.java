package org.stratigraph.core.files;

/** The 16-bit float of IEEE 754 (1 sign, 5 exponent, 10 fraction bits) to and from float32. */
final class Float16 {
    private static final int SIGN = 0x8000;
    private static final int INFINITY = 0x7c00;
    private static final int QUIET_NAN = 0x7e00;
    private static final int FRACTION = 0x3ff;
    private static final int FRACTION_BITS_LOST = 23 - 10;
    private static final int EXPONENT_SHIFT = 127 - 15;

    /** One unit of a subnormal number. */
    private static final float SUBNORMAL_STEP = 0x1p-24f;

    private static final float SMALLEST_NORMAL = 0x1p-14f;

    /** Halfway between the largest number, 65504, and the next power of two: from here on it rounds to infinity. */
    private static final float OVERFLOW = 65520f;

    private Float16() {}

    /** Exact: every float16 is a float32. */
    static float toFloat(short half) {
        int sign = (half & SIGN) << 16;
        int exponent = half >>> 10 & 0x1f;
        int fraction = half & FRACTION;
        if (exponent == 0) {
            return Float.intBitsToFloat(sign | Float.floatToRawIntBits(fraction * SUBNORMAL_STEP));
        }
        int widened = exponent == 0x1f ? 0xff : exponent + EXPONENT_SHIFT;
        return Float.intBitsToFloat(sign | widened << 23 | fraction << FRACTION_BITS_LOST);
    }

    /** The nearest float16, the even one of two equally near; too large becomes infinite. */
    static short fromFloat(float value) {
        int sign = Float.floatToRawIntBits(value) >>> 16 & SIGN;
        return (short) (sign | magnitude(Math.abs(value)));
    }

    private static int magnitude(float value) {
        int bits = Float.floatToRawIntBits(value);
        if (Float.isNaN(value)) {
            return QUIET_NAN | bits >>> FRACTION_BITS_LOST & FRACTION;
        }
        if (value >= OVERFLOW) {
            return INFINITY;
        }
        if (value < SMALLEST_NORMAL) {
            // rint rounds to even; 1024 steps are the smallest normal number, and 0x400 is its pattern.
            return (int) Math.rint(value / SUBNORMAL_STEP);
        }
        int even = bits >>> FRACTION_BITS_LOST & 1;
        int rounded = bits + (1 << FRACTION_BITS_LOST - 1) - 1 + even;
        return (rounded >>> FRACTION_BITS_LOST) - (EXPONENT_SHIFT << 10);
    }
}
