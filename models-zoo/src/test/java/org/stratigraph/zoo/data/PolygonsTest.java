package org.stratigraph.zoo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Polygons drawn by hand: a pixel belongs to one that holds its centre, half a pixel right of and below its corner. */
class PolygonsTest {
    @Test
    void a_rectangle_on_pixels_edges_holds_them_all() {
        assertThat(drawn(4, 3, corners(1, 0, 3, 0, 3, 2, 1, 2))).containsExactly(".##.", ".##.", "....");
    }

    /** The left edge is at 1.3, 1.9, 2.5, 3.1 and 3.7 half way down the rows, the right one as far from the other side. */
    @Test
    void a_triangle_holds_the_pixels_whose_centres_it_holds() {
        assertThat(drawn(8, 7, corners(1, 1, 7, 1, 4, 6)))
                .containsExactly(
                        "........", //
                        ".######.",
                        "..####..",
                        "..###...",
                        "...##...",
                        "........",
                        "........");
    }

    @Test
    void neither_the_first_corner_nor_the_direction_matters() {
        List<String> rows = drawn(8, 7, corners(1, 1, 7, 1, 4, 6));

        assertThat(drawn(8, 7, corners(7, 1, 4, 6, 1, 1))).isEqualTo(rows);
        assertThat(drawn(8, 7, corners(4, 6, 7, 1, 1, 1))).isEqualTo(rows);
    }

    @Test
    void what_a_polygon_surrounds_twice_is_a_hole() {
        assertThat(drawn(5, 5, corners(0, 0, 5, 0, 5, 5, 0, 5, 0, 0, 1, 1, 1, 4, 4, 4, 4, 1, 1, 1)))
                .containsExactly("#####", "#...#", "#...#", "#...#", "#####");
    }

    @Test
    void what_two_polygons_hold_is_no_hole() {
        assertThat(drawn(4, 3, corners(0, 0, 3, 0, 3, 2, 0, 2), corners(1, 1, 4, 1, 4, 3, 1, 3)))
                .containsExactly("###.", "####", ".###");
    }

    @Test
    void polygons_that_meet_share_no_pixel_and_leave_none_out() {
        BitSet left = pixels(4, 3, corners(0, 0, 1.5f, 0, 2.5f, 3, 0, 3));
        BitSet right = pixels(4, 3, corners(1.5f, 0, 4, 0, 4, 3, 2.5f, 3));

        assertThat(left.intersects(right)).isFalse();
        left.or(right);
        assertThat(left.cardinality()).isEqualTo(4 * 3);
    }

    @Test
    void what_sticks_out_of_the_picture_is_cut_off() {
        assertThat(drawn(4, 3, corners(-9, 1, 2, 1, 2, 99, -9, 99))).containsExactly("....", "##..", "##..");
        assertThat(drawn(4, 3, corners(2, -9, 99, -9, 99, 2, 2, 2))).containsExactly("..##", "..##", "....");
        assertThat(pixels(4, 3, corners(10, 10, 20, 10, 20, 20))).isEqualTo(new BitSet());
        assertThat(pixels(4, 3, corners(-20, 0, -10, 0, -10, 3))).isEqualTo(new BitSet());
    }

    @Test
    void one_too_thin_for_a_centre_holds_nothing() {
        assertThat(pixels(4, 3, corners(0.6f, 0, 1.4f, 0, 1.4f, 3, 0.6f, 3))).isEqualTo(new BitSet());
        assertThat(pixels(4, 3, corners(1, 1, 3, 1, 2, 1))).isEqualTo(new BitSet());
    }

    @Test
    void what_is_no_polygon_is_refused() {
        refused("at least three corners, not 4 numbers", 0, 0, 1, 1);
        refused("at least three corners, not 7 numbers", 0, 0, 1, 0, 1, 1, 0);
        refused("no place in a picture", 0, 0, 1, 0, 1, 1e9f);
        refused("no place in a picture", 0, 0, 1, Float.NaN, 1, 1);
    }

    private static void refused(String why, float... corners) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Polygons(List.of(corners)))
                .withMessageContaining(why);
    }

    private static List<String> drawn(int width, int height, float[]... polygons) {
        return Drawing.of(pixels(width, height, polygons), width, height);
    }

    private static BitSet pixels(int width, int height, float[]... polygons) {
        return new Polygons(List.of(polygons)).pixels(width, height);
    }

    private static float[] corners(float... corners) {
        return corners;
    }
}
