package org.stratigraph.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LayerOrderTest {
    @Test
    void the_longest_list_stands_and_others_fit_in_behind_their_own_predecessor() {
        assertThat(LayerOrder.merged(List.of(List.of("a", "c"), List.of("b", "c", "d", "f"), List.of("d", "e"))))
                .containsExactly("b", "a", "c", "d", "e", "f");
    }

    @Test
    void a_layer_that_is_known_to_one_method_alone_is_the_top() {
        assertThat(LayerOrder.merged(List.of(List.of("features"), List.of("input", "layer1"))))
                .containsExactly("input", "layer1", "features");
    }
}
