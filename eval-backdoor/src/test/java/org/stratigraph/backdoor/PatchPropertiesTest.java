package org.stratigraph.backdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.stratigraph.core.image.Box;

class PatchPropertiesTest {
    @Property(tries = 100)
    void sizes_go_with_the_shorter_side(
            @ForAll Corner corner,
            @ForAll @IntRange(min = 16, max = 300) int height,
            @ForAll @IntRange(min = 16, max = 300) int width) {
        Box box = new Patch(Shape.SQUARE, corner, 64).pixels(height, width).box();

        assertThat(box.width()).isEqualTo(box.height()).isEqualTo(Math.round(64f * Math.min(height, width) / 224));
    }

    @Property(tries = 100)
    void an_x_lies_within_the_wide_x_and_that_within_the_square(
            @ForAll Corner corner, @ForAll @IntRange(min = 16, max = 300) int side) {
        BitSet square = new Patch(Shape.SQUARE, corner, 64).pixels(side, side).pixels();
        BitSet wide = new Patch(Shape.WIDE_CROSS, corner, 64).pixels(side, side).pixels();
        BitSet cross = new Patch(Shape.CROSS, corner, 64).pixels(side, side).pixels();

        assertThat(without(wide, square)).as("outside the square").isZero();
        assertThat(without(cross, wide)).as("outside the wide X").isZero();
    }

    private static int without(BitSet set, BitSet other) {
        BitSet rest = (BitSet) set.clone();
        rest.andNot(other);
        return rest.cardinality();
    }
}
