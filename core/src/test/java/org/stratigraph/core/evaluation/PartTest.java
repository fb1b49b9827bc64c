package org.stratigraph.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartTest {
    @Test
    void parts_share_nothing_and_miss_nothing() {
        List<Integer> drawn = Survey.draw(100, 17, 3);
        for (int of = 1; of <= 17; of++) {
            List<Integer> all = new ArrayList<>();
            for (int place = 1; place <= of; place++) {
                all.addAll(new Part(place, of).among(drawn));
            }
            assertThat(all).containsExactlyInAnyOrderElementsOf(drawn);
        }
    }

    @Test
    void a_part_is_every_nth_number() {
        assertThat(Part.parse("2/3").among(List.of(7, 5, 9, 1, 4))).containsExactly(5, 4);
        assertThat(Part.parse(" 1/1 ").among(List.of(7, 5))).containsExactly(7, 5);
    }

    @Test
    void a_longer_draw_only_adds_to_a_part() {
        Part part = new Part(2, 3);

        assertThat(part.among(Survey.draw(100, 40, 1)))
                .startsWith(part.among(Survey.draw(100, 20, 1)).toArray(Integer[]::new));
    }

    @Test
    void what_is_no_part_is_said() {
        for (String typed : List.of("", "2", "1/", "/3", "a/b", "-1/3", "1/3/5", "1.5/3", "99999999999/3")) {
            assertThatIllegalArgumentException()
                    .as(typed)
                    .isThrownBy(() -> Part.parse(typed))
                    .withMessageContaining("K/N");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Part.parse("4/3")).withMessageContaining("1/3 to 3/3");
        assertThatIllegalArgumentException().isThrownBy(() -> Part.parse("0/3")).withMessageContaining("1/3 to 3/3");
        assertThatIllegalArgumentException().isThrownBy(() -> Part.parse("1/0")).withMessageContaining("1/1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Part(3, 3).among(List.of(1, 2)))
                .withMessageContaining("part 3/3 of 2 pictures is empty");
    }
}
