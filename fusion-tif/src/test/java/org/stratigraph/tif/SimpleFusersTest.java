package org.stratigraph.tif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stratigraph.core.image.SaliencyMap;

/** The simpler fusers on two maps of four pixels; expected numbers by hand. */
class SimpleFusersTest {
    private static final List<SaliencyMap> TWO = List.of(row(8, 4, 2, -2), row(-1, 1, 4, 2));

    @Test
    void mean_is_of_the_signed_scores() {
        assertThat(fuse("mean")).containsExactly(3.5f, 2.5f, 3f, 0f);
    }

    @Test
    void max_is_of_the_signed_scores() {
        assertThat(fuse("max")).containsExactly(8f, 4f, 4f, 2f);
    }

    @Test
    void product_is_the_root_of_shares_of_the_peak_and_0_where_any_layer_disagrees() {
        assertThat(fuse("product")).containsExactly(new float[] {0, 0.35355339f, 0.5f, 0}, within(1e-6f));
    }

    @Test
    void product_of_tiny_shares_keeps_their_order() {
        List<SaliencyMap> many = Collections.nCopies(17, row(1, 1e-6f, 1e-7f, 0));
        assertThat(Parts.fuser("product").fuse(many).values())
                .containsExactly(new float[] {1, 1e-6f, 1e-7f, 0}, within(1e-9f));
    }

    @Test
    void last_and_first_are_single_layers_as_they_are() {
        assertThat(fuse("last")).containsExactly(-1f, 1f, 4f, 2f);
        assertThat(fuse("first")).containsExactly(8f, 4f, 2f, -2f);
    }

    @Test
    void fullgrad_style_scales_each_positive_part_from_its_least_to_its_largest() {
        assertThat(fuse("fullgrad-style")).containsExactly(1f, 0.75f, 1.25f, 0.5f);
        assertThat(Parts.fuser("fullgrad-style")
                        .fuse(List.of(row(3, 2, 1), row(5, 5, 5)))
                        .values())
                .as("a least above 0, and a map that is the same everywhere")
                .containsExactly(1f, 0.5f, 0f);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tif", "mean", "max", "product", "last", "first", "fullgrad-style"})
    void sizes_that_differ_and_no_maps_at_all_are_refused(String fuser) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parts.fuser(fuser).fuse(List.of(row(1, 2), row(1, 2, 3))))
                .withMessage("a fuser needs maps of one size, not 1 x 2 and 1 x 3; LayerMap.upsample brings them to the"
                        + " input's");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parts.fuser(fuser).fuse(List.of()))
                .withMessageContaining("at least one layer");
    }

    private static float[] fuse(String fuser) {
        return Parts.fuser(fuser).fuse(TWO).values();
    }

    private static SaliencyMap row(float... scores) {
        return new SaliencyMap(1, scores.length, scores);
    }
}
