package org.stratigraph.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.spi.LayerProbe;

/** The contract for probes finds each of these faults. */
class BrokenProbesTest {
    private static final String CHOICE = "chooses_layers_with_positions_in_the_networks_order_each_once";

    @Test
    void a_layer_chosen_twice() {
        assertThat(Verdict.failures(Twice.class)).containsExactly(CHOICE);
    }

    static class Twice extends LayerProbeContract {
        @Override
        protected LayerProbe probe() {
            return network -> List.of(network.input(), network.input());
        }
    }

    @Test
    void layers_from_the_top_downward() {
        assertThat(Verdict.failures(Downward.class)).containsExactly(CHOICE);
    }

    static class Downward extends LayerProbeContract {
        @Override
        protected LayerProbe probe() {
            return network ->
                    network.layersWithPositions().stream().sorted((a, b) -> -1).toList();
        }
    }

    @Test
    void a_layer_without_positions() {
        assertThat(Verdict.failures(Logits.class)).containsExactly(CHOICE);
    }

    static class Logits extends LayerProbeContract {
        @Override
        protected LayerProbe probe() {
            return network -> List.of(network.output());
        }
    }

    @Test
    void nothing_without_a_word() {
        assertThat(Verdict.failures(Nothing.class)).containsExactly("says_why_where_it_finds_no_layer");
    }

    static class Nothing extends LayerProbeContract {
        @Override
        protected LayerProbe probe() {
            return network -> List.of();
        }
    }

    @Test
    void a_refusal_without_a_reason_and_everywhere() {
        assertThat(Verdict.failures(Mute.class))
                .contains("says_why_where_it_finds_no_layer", "finds_layers_in_some_network");
    }

    static class Mute extends LayerProbeContract {
        @Override
        protected LayerProbe probe() {
            return network -> {
                throw new IllegalArgumentException();
            };
        }
    }

    @Test
    void a_choice_by_dice() {
        assertThat(Verdict.failures(Dice.class)).containsExactly("chooses_the_same_when_asked_again");
    }

    static class Dice extends LayerProbeContract {
        private static final Random DICE = new Random(3);

        @Override
        protected LayerProbe probe() {
            return network -> {
                List<String> layers = network.layersWithPositions();
                return List.of(layers.get(DICE.nextInt(layers.size())));
            };
        }
    }
}
