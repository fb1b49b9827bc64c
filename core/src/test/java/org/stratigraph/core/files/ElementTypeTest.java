package org.stratigraph.core.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The bytes are written out by hand, least significant first. */
class ElementTypeTest {
    @Test
    void brain_floats_are_the_upper_half_of_a_float32() {
        assertThat(floats(ElementType.BF16, "803f", "40c0", "0000", "0080", "0100", "807f", "80ff"))
                .containsExactly(1f, -3f, 0f, -0f, 0x1p-133f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY);
        assertThat(floats(ElementType.BF16, "c07f")[0]).isNaN();
    }

    @Test
    void every_brain_float_keeps_its_bits() {
        for (int bits = 0; bits <= 0xffff; bits++) {
            ByteBuffer bytes = ByteBuffer.wrap(new byte[] {(byte) bits, (byte) (bits >> 8)});
            float[] value = new float[1];
            ElementType.BF16.floats(bytes, FloatBuffer.wrap(value));
            assertThat(Float.floatToRawIntBits(value[0])).isEqualTo(bits << 16);
        }
    }

    @Test
    void halves_and_singles_are_read_exactly() {
        assertThat(floats(ElementType.F16, "003c", "0100", "00fc"))
                .containsExactly(1f, 0x1p-24f, Float.NEGATIVE_INFINITY);
        assertThat(floats(ElementType.F32, "0000803f", "000040c0")).containsExactly(1f, -3f);
    }

    @Test
    void doubles_are_rounded_to_the_nearest_single() {
        // 1 + 2^-24 is halfway to the next float32, 1 + 2^-24 + 2^-52 above it; 2^1000 is too large.
        assertThat(floats(
                        ElementType.F64,
                        "000000100000f03f",
                        "010000100000f03f",
                        "000000000000703e",
                        "000000000000707e"))
                .containsExactly(1f, 1f + 0x1p-23f, 0x1p-24f, Float.POSITIVE_INFINITY);
    }

    @Test
    void whole_numbers_keep_their_sign_or_have_none() {
        assertThat(integers(ElementType.I64, "feffffffffffffff")).containsExactly(-2);
        assertThat(integers(ElementType.I32, "feffffff", "ffffff7f")).containsExactly(-2, Integer.MAX_VALUE);
        assertThat(integers(ElementType.I16, "feff")).containsExactly(-2);
        assertThat(integers(ElementType.I8, "fe", "7f")).containsExactly(-2, 127);
        assertThat(integers(ElementType.U32, "feffffff")).containsExactly(4294967294L);
        assertThat(integers(ElementType.U16, "feff")).containsExactly(65534);
        assertThat(integers(ElementType.U8, "fe")).containsExactly(254);
        assertThat(integers(ElementType.BOOL, "00", "01")).containsExactly(0, 1);
    }

    @Test
    void a_type_is_not_read_as_another_kind() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> floats(ElementType.I64, "0000000000000000"))
                .withMessage("I64 numbers are not floats");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> integers(ElementType.F16, "0000"))
                .withMessage("F16 numbers are not integers");
    }

    private static float[] floats(ElementType type, String... hex) {
        float[] values = new float[hex.length];
        type.floats(bytes(hex), FloatBuffer.wrap(values));
        return values;
    }

    private static long[] integers(ElementType type, String... hex) {
        long[] values = new long[hex.length];
        type.integers(bytes(hex), LongBuffer.wrap(values));
        return values;
    }

    private static ByteBuffer bytes(String... hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(String.join("", hex)));
    }
}
