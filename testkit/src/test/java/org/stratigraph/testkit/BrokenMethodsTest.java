package org.stratigraph.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.RuleSet;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.Readout;
import org.stratigraph.core.spi.Request;
import org.stratigraph.core.spi.SweepMethod;

/** The contract for methods finds each of these faults. */
class BrokenMethodsTest {
    private static final AttributionMethod SOUND = new SweepMethod(RuleSet.gradient(), Readout.RELEVANCE);

    @Test
    void maps_in_the_order_of_the_sweep() {
        assertThat(Verdict.failures(OwnOrder.class))
                .contains("gives_maps_in_the_order_of_the_request_at_the_resolution_it_promises");
    }

    static class OwnOrder extends Broken {
        @Override
        protected AttributionMethod method() {
            return (network, request) -> {
                List<LayerMaps> maps = new ArrayList<>(SOUND.attribute(network, request));
                maps.sort((a, b) -> a.layer().compareTo(b.layer()));
                return maps;
            };
        }
    }

    @Test
    void maps_at_another_resolution() {
        assertThat(Verdict.failures(InputSize.class))
                .contains("gives_maps_in_the_order_of_the_request_at_the_resolution_it_promises");
    }

    static class InputSize extends Broken {
        @Override
        protected AttributionMethod method() {
            return (network, request) -> each(
                    network,
                    request,
                    (map, image) -> new LayerMap(
                            map.layer(), 16, 12, map.upsample(16, 12).values()));
        }
    }

    @Test
    void not_a_number_in_a_map() {
        assertThat(Verdict.failures(Nan.class))
                .contains("gives_finite_numbers_that_are_not_all_zero_in_either_precision");
    }

    static class Nan extends Broken {
        @Override
        protected AttributionMethod method() {
            return (network, request) -> each(network, request, (map, image) -> scaled(map, 0 / 0f));
        }
    }

    @Test
    void maps_of_nothing() {
        assertThat(Verdict.failures(Blank.class))
                .containsExactly("gives_finite_numbers_that_are_not_all_zero_in_either_precision");
    }

    static class Blank extends Broken {
        @Override
        protected AttributionMethod method() {
            return (network, request) -> each(network, request, (map, image) -> scaled(map, 0));
        }
    }

    @Test
    void noise_without_a_seed() {
        assertThat(Verdict.failures(Unseeded.class)).contains("gives_the_same_to_the_last_bit_when_asked_again");
    }

    static class Unseeded extends Broken {
        @Override
        protected AttributionMethod method() {
            Random dice = new Random();
            return (network, request) -> each(network, request, (map, image) -> scaled(map, 1 + dice.nextFloat()));
        }
    }

    @Test
    void a_result_that_depends_on_an_images_place_in_the_batch() {
        assertThat(Verdict.failures(PlaceInBatch.class)).containsExactly("treats_an_image_in_a_batch_as_it_does_alone");
    }

    static class PlaceInBatch extends Broken {
        @Override
        protected AttributionMethod method() {
            return (network, request) -> each(network, request, (map, image) -> scaled(map, 1 + image));
        }

        @Override
        protected boolean truncates() {
            return false;
        }
    }

    @Test
    void a_result_that_depends_on_how_many_layers_are_asked_for() {
        assertThat(Verdict.failures(PerLayer.class)).contains("gives_a_layer_the_same_map_whatever_else_is_asked_for");
    }

    static class PerLayer extends Broken {
        @Override
        protected AttributionMethod method() {
            return (network, request) -> each(
                    network,
                    request,
                    (map, image) -> scaled(map, 1f / request.layers().size()));
        }
    }

    @Test
    void a_baseline_from_the_input_that_is_not_declared() {
        assertThat(Verdict.failures(FromInput.class))
                .containsExactly("gives_at_a_cut_what_the_upper_half_gives_at_its_input");
    }

    static class FromInput extends Broken {
        @Override
        protected AttributionMethod method() {
            return (network, request) -> each(
                    network,
                    request,
                    (map, image) ->
                            scaled(map, 1 + network.layersWithPositions().indexOf(map.layer())));
        }
    }

    @Test
    void a_network_that_is_not_left_as_it_was() {
        assertThat(Verdict.failures(Trains.class)).contains("leaves_the_images_and_the_network_as_they_were");
    }

    static class Trains extends Broken {
        @Override
        protected AttributionMethod method() {
            return (network, request) -> {
                network.node(network.output()).op().parameters().forEach(weights -> weights.muli(1.5f));
                return SOUND.attribute(network, request);
            };
        }
    }

    @Test
    void state_that_threads_share() {
        assertThat(Verdict.failures(Shared.class)).contains("gives_four_threads_what_it_gives_one");
    }

    static class Shared extends Broken {
        @Override
        protected AttributionMethod method() {
            int[] running = new int[1];
            return (network, request) -> {
                synchronized (running) {
                    running[0]++;
                }
                sleep();
                float factor = running[0];
                List<LayerMaps> maps = each(network, request, (map, image) -> scaled(map, factor));
                synchronized (running) {
                    running[0]--;
                }
                return maps;
            };
        }

        private static void sleep() {
            try {
                Thread.sleep(5);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void silence_about_what_cannot_be_done() {
        assertThat(Verdict.failures(Silent.class))
                .containsExactlyInAnyOrder(
                        "refuses_a_layer_that_does_not_exist_and_says_which_do",
                        "refuses_a_layer_without_positions_and_says_which_have_them",
                        "refuses_a_class_that_does_not_exist_and_says_which_do");
    }

    static class Silent extends Broken {
        @Override
        protected AttributionMethod method() {
            return (network, request) -> {
                try {
                    return SOUND.attribute(network, request);
                } catch (RuntimeException refusal) {
                    return List.of();
                }
            };
        }
    }

    private abstract static class Broken extends AttributionMethodContract {
        static List<LayerMaps> each(Network network, Request request, BiFunction<LayerMap, Integer, LayerMap> change) {
            return SOUND.attribute(network, request).stream()
                    .map(layer -> {
                        List<LayerMap> maps = new ArrayList<>();
                        for (LayerMap map : layer.maps()) {
                            maps.add(change.apply(map, maps.size()));
                        }
                        return new LayerMaps(layer.layer(), maps);
                    })
                    .toList();
        }

        static LayerMap scaled(LayerMap map, float factor) {
            float[] values = map.values();
            for (int i = 0; i < values.length; i++) {
                values[i] *= factor;
            }
            return new LayerMap(map.layer(), map.height(), map.width(), values);
        }
    }
}
