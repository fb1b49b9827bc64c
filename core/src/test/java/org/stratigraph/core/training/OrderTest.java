package org.stratigraph.core.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderTest {
    @Test
    void each_epoch_has_every_sample_once_in_an_order_of_its_own() {
        List<Integer> first = epoch(new Order(50, 1), 0);
        List<Integer> second = epoch(new Order(50, 1), 1);

        assertThat(first)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 50).boxed().toList());
        assertThat(second).containsExactlyInAnyOrderElementsOf(first).isNotEqualTo(first);
        assertThat(epoch(new Order(50, 2), 0)).isNotEqualTo(first);
    }

    @Test
    void a_place_can_be_asked_for_without_those_before_it() {
        Order order = new Order(50, 1);
        order.at(0);

        assertThat(order.at(120)).isEqualTo(new Order(50, 1).at(120));
    }

    private static List<Integer> epoch(Order order, int number) {
        return IntStream.range(50 * number, 50 * number + 50)
                .map(order::at)
                .boxed()
                .toList();
    }
}
