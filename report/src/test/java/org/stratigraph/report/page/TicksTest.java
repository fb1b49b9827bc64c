package org.stratigraph.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TicksTest {
    @Test
    void ticks_are_round_and_enclose_the_values() {
        assertThat(Ticks.over(0.13, 0.71).places())
                .containsExactly(0.1, 0.2, 0.30000000000000004, 0.4, 0.5, 0.6000000000000001, 0.7000000000000001, 0.8);
        assertThat(Ticks.over(-3, 17).places()).containsExactly(-5.0, 0.0, 5.0, 10.0, 15.0, 20.0);
    }

    @Test
    void a_single_value_has_an_axis_too() {
        Ticks ticks = Ticks.over(0, 0);

        assertThat(ticks.high()).isGreaterThan(ticks.low());
    }
}
