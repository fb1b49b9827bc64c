package org.stratigraph.core.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bit patterns as IEEE 754 gives them; Wikipedia's "half-precision floating-point format" lists the same. */
class Float16Test {
    private static final int INFINITY = 0x7c00;

    @ParameterizedTest
    @CsvSource({
        "0000, 0x0p0",
        "8000, -0x0p0",
        "0001, 0x1p-24",
        "03ff, 0x3ffp-24",
        "0400, 0x1p-14",
        "3555, 0x1.554p-2",
        "3bff, 0x1.ffcp-1",
        "3c00, 0x1p0",
        "3c01, 0x1.004p0",
        "c000, -0x1p1",
        "7bff, 65504",
        "fbff, -65504",
        "7c00, Infinity",
        "fc00, -Infinity"
    })
    void a_pattern_and_its_number_convert_into_each_other(String hex, String number) {
        short half = (short) Integer.parseInt(hex, 16);
        float value = Float.parseFloat(number);

        assertThat(Float16.toFloat(half)).isEqualTo(value);
        assertThat(Float16.fromFloat(value)).isEqualTo(half);
    }

    @Test
    void every_pattern_survives_the_way_to_float32_and_back() {
        for (int bits = 0; bits <= 0xffff; bits++) {
            float value = Float16.toFloat((short) bits);
            short back = Float16.fromFloat(value);
            if (isNan(bits)) {
                assertThat(value).isNaN();
                assertThat(isNan(back)).isTrue();
            } else {
                assertThat(back).isEqualTo((short) bits);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0x1.002p0, 3c00", // halfway between 1 and the next number: down to the even one
        "0x1.006p0, 3c02", // halfway again: up to the even one
        "0x1.002002p0, 3c01", // just above halfway
        "0x1.ffep0, 4000", // rounds up over a power of two
        "0x1p-25, 0000", // half the smallest number: zero is even
        "0x1.000002p-25, 0001",
        "0x1.8p-24, 0002",
        "0x1.ff8p-15, 03ff", // the largest subnormal number
        "0x1.ffbp-15, 03ff",
        "0x1.ffcp-15, 0400", // halfway to the smallest normal one, which is even
        "65519.99, 7bff",
        "65520, 7c00",
        "-65520, fc00",
        "3.4e38, 7c00",
        "-1e-45, 8000"
    })
    void a_number_between_two_patterns_takes_the_nearest_or_even_one(String number, String hex) {
        assertThat(Float16.fromFloat(Float.parseFloat(number))).isEqualTo((short) Integer.parseInt(hex, 16));
    }

    @Test
    void no_other_pattern_is_nearer_than_the_one_chosen() {
        Random random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            float value = (float) Math.scalb(random.nextFloat() + 0.5, random.nextInt(44) - 27);
            int chosen = Float16.fromFloat(value);
            if (chosen != INFINITY) {
                double error = distance(value, chosen);
                assertThat(error).isLessThanOrEqualTo(distance(value, Math.max(chosen - 1, 0)));
                assertThat(error).isLessThanOrEqualTo(distance(value, chosen + 1));
            }
        }
    }

    private static boolean isNan(int half) {
        return (half & 0x7fff) > INFINITY;
    }

    private static double distance(float value, int half) {
        return Math.abs((double) value - Float16.toFloat((short) half));
    }
}
