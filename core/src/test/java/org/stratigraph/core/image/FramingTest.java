package org.stratigraph.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Boxes and masks go where the pixels go. */
class FramingTest {
    private static final float[] ZERO = {0, 0, 0};
    private static final float[] ONE = {1, 1, 1};
    private static final Preprocessing IMAGENET = Preprocessing.imagenet();

    /**
     * By hand. 300 x 200 becomes 384 x 256, of which 80 columns and 16 rows are cut off: 101 goes to 129.28 - 80, so down to
     * 49. 201 x 333 becomes 256 x 424 less 16 and 100: 150 goes to 190.99 - 100, so up to 91.
     */
    @ParameterizedTest
    @CsvSource({
        "300, 200, 100, 50, 150, 100, 48, 48, 112, 112",
        "300, 200, 101, 51, 149, 99, 49, 49, 111, 111",
        "300, 200, 0, 0, 300, 200, 0, 0, 224, 224",
        "300, 200, 0, 0, 63, 200, 0, 0, 1, 224",
        "300, 200, 200, 150, 900, 800, 176, 176, 224, 224", // sticks out of the picture
        "201, 333, 10, 100, 20, 150, 0, 27, 10, 91"
    })
    void a_box_is_resized_outward_and_cropped(
            int width, int height, int x0, int y0, int x1, int y1, int toX0, int toY0, int toX1, int toY1) {
        assertThat(IMAGENET.move(new Box(x0, y0, x1, y1), height, width)).contains(new Box(toX0, toY0, toX1, toY1));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 62, 200", "238, 0, 300, 200", "0, 0, 300, 12", "0, 188, 300, 200", "300, 0, 310, 200"})
    void a_box_that_is_cut_off_is_nowhere(int x0, int y0, int x1, int y1) {
        assertThat(IMAGENET.move(new Box(x0, y0, x1, y1), 200, 300)).isEmpty();
    }

    /** 37 x 23 becomes 32 x 20; 8 columns are cut off, and 11 rows of black added, 5 of them above. */
    @Test
    void a_box_keeps_out_of_the_black_frame() {
        Preprocessing framed = new Preprocessing(20, 31, 24, ZERO, ONE);

        assertThat(framed.move(new Box(0, 0, 37, 23), 23, 37)).contains(new Box(0, 5, 24, 25));
        assertThat(framed.move(new Box(10, 10, 11, 11), 23, 37)).contains(new Box(4, 13, 6, 15));
    }

    @Test
    void what_is_not_resized_stays_where_it_is() {
        Preprocessing exact = Preprocessing.exactly(3, 4, ZERO, ONE);
        Box box = new Box(1, 0, 3, 2);

        assertThat(exact.move(box, 3, 4)).contains(box);
        assertThat(exact.move(filled(box, 3, 4))).contains(filled(box, 3, 4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> exact.move(box, 4, 3))
                .withMessageContaining("exactly 4 x 3");
        assertThatIllegalArgumentException().isThrownBy(() -> exact.move(filled(box, 4, 4)));
    }

    /** Of 4 x 4 at half the size, the centres 1 and 3 of 0 ... 4 fall in the second and the last pixel. */
    @Test
    void a_mask_is_read_under_the_centres() {
        Preprocessing half = new Preprocessing(2, 2, 2, ZERO, ONE);
        BitSet pixels = new BitSet();
        pixels.set(1 * 4 + 3); // row 1, column 3
        pixels.set(0);

        BitSet moved = half.move(new Mask(4, 4, pixels)).orElseThrow().pixels();

        assertThat(moved.stream()).containsExactly(1); // row 0, column 1
        pixels.clear(1 * 4 + 3);
        assertThat(half.move(new Mask(4, 4, pixels))).isEmpty();
    }

    /** The picture itself says where the box is: its edges are where a white box on black is half as bright. */
    @ParameterizedTest
    @CsvSource({"300, 200, 256, 224, 224", "97, 150, 256, 224, 224", "61, 40, 64, 60, 64", "37, 23, 20, 31, 24"})
    void a_painted_box_is_seen_where_the_box_and_its_mask_go(
            int width, int height, int shorter, int cropHeight, int cropWidth) {
        Preprocessing preprocessing = new Preprocessing(shorter, cropHeight, cropWidth, ZERO, ONE);
        Box box = new Box(width / 3, height / 5, 2 * width / 3 + 1, 4 * height / 5);
        Mask mask = filled(box, height, width);

        Box seen = bright(preprocessing.view(painted(mask)));
        Box moved = preprocessing.move(box, height, width).orElseThrow();
        Box masked = preprocessing.move(mask).orElseThrow().box();

        assertInsideByAPixel(seen, moved);
        assertInsideByAPixel(masked, moved);
    }

    private static void assertInsideByAPixel(Box inner, Box outer) {
        assertThat(inner.x0() - outer.x0()).isBetween(0, 1);
        assertThat(inner.y0() - outer.y0()).isBetween(0, 1);
        assertThat(outer.x1() - inner.x1()).isBetween(0, 1);
        assertThat(outer.y1() - inner.y1()).isBetween(0, 1);
    }

    private static Mask filled(Box box, int height, int width) {
        BitSet pixels = new BitSet();
        for (int y = box.y0(); y < box.y1(); y++) {
            pixels.set(y * width + box.x0(), y * width + box.x1());
        }
        return new Mask(width, height, pixels);
    }

    private static RgbImage painted(Mask mask) {
        byte[] samples = new byte[3 * mask.width() * mask.height()];
        mask.pixels().stream().forEach(pixel -> samples[3 * pixel] = (byte) 255);
        return new RgbImage(mask.width(), mask.height(), samples);
    }

    private static Box bright(RgbImage view) {
        BitSet pixels = new BitSet();
        for (int pixel = 0; pixel < view.width() * view.height(); pixel++) {
            pixels.set(pixel, view.sample(pixel / view.width(), pixel % view.width(), 0) > 127);
        }
        return new Mask(view.width(), view.height(), pixels).box();
    }
}
