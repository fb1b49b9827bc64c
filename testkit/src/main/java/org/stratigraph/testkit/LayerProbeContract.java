package org.stratigraph.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.NetworkBuilder;
import org.stratigraph.core.op.Flatten;
import org.stratigraph.core.spi.LayerProbe;

/** What is true of every way to choose layers, on whole networks, on upper halves and on one without a convolution. */
public abstract class LayerProbeContract {
    private final List<Network> networks = new ArrayList<>();

    /** The probe, as its plugin makes it. */
    protected abstract LayerProbe probe();

    @BeforeEach
    void openNetworks() {
        for (TinyNetwork kind : TinyNetwork.values()) {
            networks.add(kind.open());
        }
        networks.add(networks.get(0).from("pool"));
        networks.add(networks.get(1).from("block1"));
        networks.add(withoutConvolution());
    }

    @AfterEach
    void closeNetworks() {
        networks.forEach(Network::close);
    }

    @Test
    void chooses_layers_with_positions_in_the_networks_order_each_once() {
        for (Network network : networks) {
            chosen(network)
                    .ifPresent(layers -> assertThat(layers)
                            .as("layers of %s", network.nodes())
                            .isEqualTo(network.layersWithPositions().stream()
                                    .filter(layers::contains)
                                    .toList()));
        }
    }

    @Test
    void says_why_where_it_finds_no_layer() {
        for (Network network : networks) {
            chosen(network)
                    .ifPresent(layers -> assertThat(layers)
                            .as("layers of %s, where nothing was thrown", network.nodes())
                            .isNotEmpty());
        }
    }

    @Test
    void finds_layers_in_some_network() {
        assertThat(networks).anyMatch(network -> chosen(network).isPresent());
    }

    @Test
    void chooses_the_same_when_asked_again() {
        for (Network network : networks) {
            assertThat(chosen(network)).isEqualTo(chosen(network));
        }
    }

    /** The layers, or nothing if the probe said why there are none. */
    private Optional<List<String>> chosen(Network network) {
        try {
            return Optional.of(probe().layers(network));
        } catch (NoSuchElementException | IllegalArgumentException refusal) {
            assertThat(refusal).as("a refusal says why").message().isNotBlank();
            return Optional.empty();
        }
    }

    private static Network withoutConvolution() {
        try (Drawing drawing = new Drawing(Placement.standard(), 1)) {
            String x = drawing.op("flatten", new Flatten(), NetworkBuilder.INPUT);
            drawing.linear("fc", x, 3 * TinyNetwork.HEIGHT * TinyNetwork.WIDTH, TinyNetwork.CLASSES);
            return drawing.finished();
        }
    }
}
