package org.stratigraph.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;

class TicksTest {
    @Test
    void ticks_are_round_and_enclose_the_values() {
        Ticks ticks = Ticks.over(0.13, 0.71);

        assertThat(ticks.low()).isCloseTo(0.1, offset(1e-9));
        assertThat(ticks.high()).isCloseTo(0.8, offset(1e-9));
        assertThat(ticks.places()).hasSize(8);
        assertThat(Ticks.over(-3, 17).places()).containsExactly(-5.0, 0.0, 5.0, 10.0, 15.0, 20.0);
    }

    @Test
    void a_single_value_has_an_axis_too() {
        Ticks ticks = Ticks.over(0, 0);

        assertThat(ticks.high()).isGreaterThan(ticks.low());
    }
}
