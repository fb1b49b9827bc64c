package org.stratigraph.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class MaskTest {
    private final BitSet pixels = new BitSet();

    @Test
    void a_mask_knows_its_pixels_area_and_box() {
        // . . . .
        // . . # .
        // . # . .
        pixels.set(6);
        pixels.set(9);
        Mask mask = new Mask(4, 3, pixels);
        assertThat(mask.contains(1, 2)).isTrue();
        assertThat(mask.contains(2, 1)).isTrue();
        assertThat(mask.contains(1, 1)).isFalse();
        assertThat(mask.contains(0, 6)).isFalse();
        assertThat(mask.area()).isEqualTo(2);
        assertThat(mask.box()).isEqualTo(new Box(1, 1, 3, 3));
    }

    @Test
    void a_mask_copies_its_pixels_in_and_out() {
        pixels.set(0);
        Mask mask = new Mask(2, 2, pixels);
        pixels.set(1);
        mask.pixels().set(2);
        assertThat(mask.area()).isEqualTo(1);
    }

    @Test
    void a_mask_lies_within_the_picture_and_is_not_empty() {
        assertThatThrownBy(() -> new Mask(2, 2, pixels)).hasMessageContaining("from 1 to 4");
        pixels.set(4);
        assertThatThrownBy(() -> new Mask(2, 2, pixels)).hasMessageContaining("last at 4");
    }

    @Test
    void a_box_is_half_open_and_not_empty() {
        Box box = new Box(1, 2, 4, 8);
        assertThat(box.width()).isEqualTo(3);
        assertThat(box.height()).isEqualTo(6);
        assertThat(box.area()).isEqualTo(18);
        assertThat(box.contains(2, 1)).isTrue();
        assertThat(box.contains(8, 1)).isFalse();
        assertThat(box.contains(2, 4)).isFalse();
        assertThatThrownBy(() -> new Box(1, 2, 1, 8)).hasMessageContaining("columns 1 to 1");
    }
}
