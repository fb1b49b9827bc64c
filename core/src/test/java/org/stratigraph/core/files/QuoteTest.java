package org.stratigraph.core.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuoteTest {
    @Test
    void a_name_is_quoted_shortened_and_freed_of_invisible_characters() {
        assertThat(Quote.of("conv1.weight")).isEqualTo("'conv1.weight'");
        assertThat(Quote.of("red\u001b[31m\nlines")).isEqualTo("'red?[31m?lines'");
        assertThat(Quote.of("right\u202eto left")).isEqualTo("'right?to left'");
        assertThat(Quote.of("x".repeat(1_000_000))).isEqualTo("'" + "x".repeat(80) + "...'");
    }

    @Test
    void many_names_are_counted_and_the_first_shown() {
        List<String> names = IntStream.range(0, 320).mapToObj(i -> "n" + i).toList();

        assertThat(Quote.some(names)).isEqualTo("'n0', 'n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7', ... (320 in all)");
        assertThat(Quote.some(names.subList(0, 2))).isEqualTo("'n0', 'n1'");
        assertThat(Quote.some(List.of())).isEqualTo("nothing");
    }
}
