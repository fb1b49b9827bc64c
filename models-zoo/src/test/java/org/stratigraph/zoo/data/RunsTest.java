package org.stratigraph.zoo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs written by hand, as numbers and as COCO's text; the two texts of whole pictures are pycocotools' too. */
class RunsTest {
    private static final List<String> LEFT_AND_LOW = List.of("....", "##..", "##..");

    /** One pixel, two that show it and so down the first column, the same down the second, and the other two columns. */
    @Test
    void runs_go_down_the_columns() {
        assertThat(drawn(new Runs(4, 3, new int[] {1, 2, 1, 2, 6}))).isEqualTo(LEFT_AND_LOW);
    }

    @Test
    void a_run_may_go_on_in_the_next_column_and_be_of_length_zero() {
        assertThat(drawn(new Runs(4, 3, new int[] {0, 1, 1, 0, 0, 3, 7}))).containsExactly("##..", ".#..", "#...");
    }

    /** 1, 2 and 1 as they are; then 2 less 2, and 6 less 1. */
    @Test
    void a_small_number_of_the_text_is_one_character() {
        assertThat(drawn(new CompressedRuns(4, 3, "12105"))).isEqualTo(LEFT_AND_LOW);
    }

    /**
     * 20 takes a second character, since 16 of 20 in the last one would make it negative; 40 is 8 and 1 times 32; 30 is as 20;
     * and 10 is -30 from 40: -30 is 2 and -1 times 32, and -1 in five bits 31, character {@code O}.
     */
    @Test
    void larger_and_negative_numbers_are_several_characters() {
        BitSet pixels = new CompressedRuns(10, 10, "d0X1n0RO").pixels(10, 10);

        assertThat(pixels).isEqualTo(new Runs(10, 10, new int[] {20, 40, 30, 10}).pixels(10, 10));
        assertThat(pixels.cardinality()).isEqualTo(40 + 10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,2,1,2,5 | the runs make up 11 pixels, and the picture has 4 x 3, which is 12",
                "1,2,1,2,7 | the runs make up 13 pixels",
                "2147483647,2147483647,14 | the runs make up 4294967308 pixels", // 12 in 32 bits
                "13,-1 | a run of -1 pixels"
            })
    void runs_that_are_not_the_picture_are_refused(String counts, String why) {
        int[] numbers =
                List.of(counts.split(",")).stream().mapToInt(Integer::parseInt).toArray();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Runs(4, 3, numbers))
                .withMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1210 | the runs make up 6 pixels",
                "1210U | the counts end within a number",
                "12 05 | ' ' is no character of compressed counts",
                "12p05 | 'p' is no character of compressed counts",
                "O1 | a run of -1 pixels",
                "PPPPPP1 | a number of 7 characters",
                "ooooo? | a run of 536870911 pixels"
            })
    void text_that_is_no_run_is_refused(String counts, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CompressedRuns(4, 3, counts))
                .withMessageContaining(why);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CompressedRuns(4, 3, "0".repeat(10_000_001)))
                .withMessageContaining("10000001 characters");
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "4, -3", "46341, 46341", "65536, 65536"})
    void a_size_that_no_picture_has_is_refused(int width, int height) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Runs(width, height, new int[] {0}))
                .withMessageContaining(height + " rows and " + width + " columns");
    }

    @Test
    void a_picture_of_another_size_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CompressedRuns(4, 3, "12105").pixels(3, 4))
                .withMessageContaining("of a picture of 4 x 3 pixels, and this one has 3 x 4");
    }

    private static List<String> drawn(Outline outline) {
        return Drawing.of(outline.pixels(4, 3), 4, 3);
    }
}
