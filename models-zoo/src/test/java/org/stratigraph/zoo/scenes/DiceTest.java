package org.stratigraph.zoo.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DiceTest {
    @Test
    void a_branch_does_not_depend_on_what_was_drawn() {
        Dice fresh = Dice.of(1, 2);
        Dice used = Dice.of(1, 2);
        used.bits();
        assertThat(used.branch(5).bits()).isEqualTo(fresh.branch(5).bits());
    }

    @Test
    void keys_and_their_order_matter() {
        long[] firsts = {
            Dice.of().bits(),
            Dice.of(0).bits(),
            Dice.of(0, 0).bits(),
            Dice.of(0, 1).bits(),
            Dice.of(1, 0).bits()
        };
        assertThat(firsts).doesNotHaveDuplicates();
    }

    @Test
    void numbers_are_uniform() {
        Dice dice = Dice.of(3);
        int[] counts = new int[5];
        double sum = 0;
        for (int i = 0; i < 50_000; i++) {
            counts[dice.below(5)]++;
            double number = dice.between(-1, 3);
            assertThat(number).isBetween(-1.0, 3.0);
            sum += number;
        }
        assertThat(counts).satisfies(all -> {
            for (int count : all) {
                assertThat(count).isBetween(9_600, 10_400); // 4.5 standard deviations
            }
        });
        assertThat(sum / 50_000).isCloseTo(1, within(0.025)); // 4.8 standard deviations
    }
}
