package org.stratigraph.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.image.LayerMap;

class DetailTest {
    private static final List<LayerMap> MAPS = List.of(blank(224), blank(56)); // 50176 and 3136 scores

    @Test
    void first_the_bits_are_halved_then_the_sides_of_large_maps() {
        // by hand: 4/3 of 2 x 53312 bytes and 2 x 120 around them; then of 53312; of 12544 + 3136; of 2 x 3136; ...
        assertThat(Detail.fitting(MAPS, 142_500)).isEqualTo(new Detail(16, Integer.MAX_VALUE));
        assertThat(Detail.fitting(MAPS, 142_300)).isEqualTo(new Detail(8, Integer.MAX_VALUE));
        assertThat(Detail.fitting(MAPS, 71_300)).isEqualTo(new Detail(8, 112));
        assertThat(Detail.fitting(MAPS, 21_100)).isEqualTo(new Detail(8, 56));
        assertThat(Detail.fitting(MAPS, 8_600)).isEqualTo(new Detail(8, 28));
    }

    @Test
    void where_nothing_fits_the_least_detail_is_taken() {
        assertThat(Detail.fitting(MAPS, -1)).isEqualTo(new Detail(8, 14));
    }

    @Test
    void a_map_is_halved_until_its_longer_side_is_short_enough() {
        Detail detail = new Detail(8, 56);

        assertThat(detail.halvings(56, 56)).isZero();
        assertThat(detail.halvings(57, 20)).isEqualTo(1);
        assertThat(detail.halvings(20, 224)).isEqualTo(2);
        assertThat(Detail.halved(57, 1)).as("an odd pixel is kept").isEqualTo(29);
    }

    @Test
    void the_reader_is_told() {
        assertThat(new Detail(16, Integer.MAX_VALUE).sentence())
                .contains("16 bits")
                .contains("own size");
        assertThat(new Detail(8, 56).sentence()).contains("8 bits").contains("above 56 pixels halved");
    }

    private static LayerMap blank(int side) {
        return new LayerMap("layer", side, side, new float[side * side]);
    }
}
