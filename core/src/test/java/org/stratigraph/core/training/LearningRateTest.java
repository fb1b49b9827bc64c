package org.stratigraph.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.training.tracker.Tracker;
import org.junit.jupiter.api.Test;

class LearningRateTest {
    @Test
    void it_rises_in_a_line_and_falls_along_a_cosine() {
        Tracker rate = new LearningRate(1, 10, 0).over(110);

        assertThat(rate.getNewValue(0)).isCloseTo(0.1f, within(1e-6f));
        assertThat(rate.getNewValue(5)).isCloseTo(0.55f, within(1e-6f));
        assertThat(rate.getNewValue(10)).isEqualTo(1);
        assertThat(rate.getNewValue(60)).isCloseTo(0.505f, within(1e-6f)); // half-way between 1 and 0.01
        assertThat(rate.getNewValue(110)).isCloseTo(0.01f, within(1e-6f));
    }

    @Test
    void rates_that_are_none_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LearningRate(0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new LearningRate(Double.NaN, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new LearningRate(1, -1, 0));
    }
}
