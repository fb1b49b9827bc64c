package org.stratigraph.core.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stratigraph.core.image.RgbImage;

class OrientationTest {
    /**
     * The stored picture is abc over def. EXIF's value says where its row 0 and its column 0 belong: 1 top and left, 2
     * top and right, 3 bottom and right, 4 bottom and left, 5 left and top, 6 right and top, 7 right and bottom, 8 left
     * and bottom.
     */
    @ParameterizedTest
    @CsvSource({
        "1, abc def",
        "2, cba fed",
        "3, fed cba",
        "4, def abc",
        "5, ad be cf",
        "6, da eb fc",
        "7, fc eb da",
        "8, cf be ad"
    })
    void every_value_turns_the_picture_its_own_way(short value, String seen) {
        RgbImage stored = picture("abc def");

        RgbImage turned = Orientation.ofExif(exif(ByteOrder.BIG_ENDIAN, value)).apply(stored);

        RgbImage expected = picture(seen);
        assertThat(turned.width()).isEqualTo(expected.width());
        assertThat(turned.samples()).isEqualTo(expected.samples());
    }

    @Test
    void little_endian_blocks_are_read_too() {
        assertThat(Orientation.ofExif(exif(ByteOrder.LITTLE_ENDIAN, (short) 8))).isEqualTo(Orientation.QUARTER_LEFT);
    }

    @ParameterizedTest
    @ValueSource(shorts = {0, 9, -1})
    void a_value_that_exif_does_not_know_turns_nothing(short value) {
        assertThat(Orientation.ofExif(exif(ByteOrder.BIG_ENDIAN, value))).isEqualTo(Orientation.UPRIGHT);
    }

    @Test
    void a_broken_block_turns_nothing() {
        ByteBuffer whole = exif(ByteOrder.BIG_ENDIAN, (short) 3);
        for (int length = 0; length < 31; length++) { // up to the value's last byte
            assertThat(Orientation.ofExif(whole.slice(0, length))).isEqualTo(Orientation.UPRIGHT);
        }
        assertThat(Orientation.ofExif(whole.putInt(4, -1))).isEqualTo(Orientation.UPRIGHT);
        assertThat(Orientation.ofExif(whole.putInt(4, Integer.MAX_VALUE))).isEqualTo(Orientation.UPRIGHT);
    }

    /** A directory of two entries, of which the second is the orientation. */
    private static ByteBuffer exif(ByteOrder order, short value) {
        ByteBuffer block = ByteBuffer.allocate(38).order(order);
        block.put(order == ByteOrder.BIG_ENDIAN ? PngBytes.bytes('M', 'M') : PngBytes.bytes('I', 'I'));
        block.putShort((short) 42).putInt(8).putShort((short) 2);
        block.putShort((short) 0x0100).putShort((short) 3).putInt(1).putInt(0);
        block.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort(value);
        return block.rewind();
    }

    /** A letter a pixel, rows set apart by blanks. */
    private static RgbImage picture(String rows) {
        String letters = rows.replace(" ", "");
        byte[] samples = new byte[3 * letters.length()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (letters.charAt(i / 3) + 100 * (i % 3));
        }
        int width = rows.indexOf(' ');
        return new RgbImage(width, letters.length() / width, samples);
    }
}
