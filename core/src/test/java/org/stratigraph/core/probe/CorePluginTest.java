package org.stratigraph.core.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.catalog.Plugins;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.Sketch;
import org.stratigraph.core.op.Flatten;

/** The layers that each probe chooses in three small networks; lists by hand. */
class CorePluginTest {
    private static Network chain;
    private static Network residual;
    private static Network concat;

    @BeforeAll
    static void open() {
        chain = Sketch.chain(Placement.standard());
        residual = Sketch.residual(Placement.standard());
        concat = Sketch.concat(Placement.standard());
    }

    @AfterAll
    static void close() {
        chain.close();
        residual.close();
        concat.close();
    }

    @Test
    void input_is_where_a_batch_enters() {
        assertThat(layers("input", chain)).containsExactly("input");
        assertThat(layers("input", chain.from("pool"))).containsExactly("pool");
    }

    @Test
    void last_conv_is_the_end_of_the_last_convolutions_stage() {
        assertThat(layers("last-conv", chain)).containsExactly("relu2");
        assertThat(layers("last-conv", residual)).containsExactly("block2");
        assertThat(layers("last-conv", concat)).containsExactly("classifier_relu");
    }

    @Test
    void blocks_are_modules_or_in_a_plain_network_pools() {
        assertThat(layers("blocks", chain)).containsExactly("pool");
        assertThat(layers("blocks", residual)).containsExactly("block1", "block2");
        assertThat(layers("blocks", concat)).containsExactly("fire");
    }

    @Test
    void relus_and_pools_are_found_by_kind() {
        assertThat(layers("relus", residual)).containsExactly("relu", "block1", "block2.relu", "block2");
        assertThat(layers("pools", chain)).containsExactly("pool");
    }

    @Test
    void cuts_are_those_with_positions() {
        assertThat(layers("cuts", residual))
                .containsExactly("input", "conv1", "bn1", "relu", "block1.add", "block1", "block2.add", "block2");
    }

    @Test
    void all_is_the_input_and_every_relu_pool_and_block_that_is_a_cut() {
        assertThat(layers("all", chain)).containsExactly("input", "relu1", "pool", "relu2");
        assertThat(layers("all", residual)).containsExactly("input", "relu", "block1", "block2");
        assertThat(layers("all", concat))
                .containsExactly("input", "relu", "fire.squeeze_relu", "fire", "classifier_relu");
    }

    @Test
    void fusion_is_the_input_with_blocks_or_in_a_plain_network_with_relus() {
        assertThat(layers("fusion", chain)).containsExactly("input", "relu1", "relu2");
        assertThat(layers("fusion", residual)).containsExactly("input", "block1", "block2");
        assertThat(layers("fusion", concat)).containsExactly("input", "fire");
    }

    @Test
    void named_puts_layers_into_the_networks_order() {
        assertThat(layers("named:relu2, input,conv1,input", chain)).containsExactly("input", "conv1", "relu2");
    }

    @Test
    void named_refuses_what_does_not_exist_and_what_has_no_positions() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> layers("named:relu3", chain))
                .withMessageContaining("no layer 'relu3'; nearest: relu1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> layers("named:input,fc", chain))
                .withMessageContaining("'fc' has no rows and columns");
        assertThatIllegalArgumentException().isThrownBy(() -> layers("named:,", chain));
    }

    @Test
    void a_probe_that_finds_nothing_says_so() {
        try (Sketch sketch = new Sketch(Placement.standard())) {
            sketch.linear("fc", sketch.add("flatten", new Flatten(), "input"), 3 * Sketch.HEIGHT * Sketch.WIDTH, 2);
            try (Network flat = sketch.build()) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> layers("relus", flat))
                        .withMessageContaining("probe 'relus' finds no layer in this network");
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> layers("last-conv", flat))
                        .withMessageContaining("no convolution");
                assertThat(layers("all", flat)).containsExactly("input");
            }
        }
    }

    private static List<String> layers(String typed, Network network) {
        try (Plugins plugins = Plugins.find(List.of())) {
            return new Catalog(plugins.found()).probes().make(typed).layers(network);
        }
    }
}
