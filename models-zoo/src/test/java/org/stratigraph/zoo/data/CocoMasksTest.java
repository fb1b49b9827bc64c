package org.stratigraph.zoo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stratigraph.core.image.Mask;
import org.stratigraph.core.image.Preprocessing;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.core.spi.SampleObject;
import org.stratigraph.core.spi.Split;

/** A picture of 4 x 3 pixels with one object whose outline a test writes. */
class CocoMasksTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[0, 1, 2, 1, 2, 3, 0, 3]]",
                "[[0, 1, 1, 1, 1, 3, 0, 3], [0.9, 0.9, 2.1, 0.9, 2.1, 3.0, 0.9, 3.0]]",
                "{\"counts\": [1, 2, 1, 2, 6], \"size\": [3, 4]}",
                "{\"size\": [3, 4], \"counts\": \"12105\"}"
            })
    void polygons_and_runs_become_masks(String outline) throws IOException {
        assertThat(drawn(object(outline, "[0, 1, 2, 2]"))).isEqualTo("...." + "##.." + "##..");
    }

    @Test
    void a_crowd_is_where_any_of_it_is_and_a_single_object_may_have_runs_too() throws IOException {
        String runs = "{\"counts\": [1, 2, 1, 2, 6], \"size\": [3, 4]}";

        assertThat(drawn(object(runs + ", \"iscrowd\": 1", "[0, 1, 2, 2]")))
                .isEqualTo(drawn(object(runs + ", \"iscrowd\": 0", "[0, 1, 2, 2]")));
    }

    @Test
    void only_what_lies_in_the_box_counts() throws IOException {
        assertThat(drawn(object("[[0, 0, 4, 0, 4, 3, 0, 3]]", "[1.5, 0, 2, 2]")))
                .isEqualTo(".###" + ".###" + "....");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "[[0.1, 0, 0.4, 0, 0.4, 3, 0.1, 3]]",
                "[[2, 0, 4, 0, 4, 3, 2, 3]]",
                "{\"counts\": [12], \"size\": [3, 4]}"
            })
    void an_outline_without_a_pixel_in_its_box_is_no_mask(String outline) throws IOException {
        assertThat(object(outline, "[0, 0, 2, 2]").mask()).isEqualTo(Optional.empty());
    }

    /** The crop takes the middle one of three rows, and columns 1 and 2 of four. */
    @Test
    void masks_follow_the_resize_and_crop() throws IOException {
        Preprocessing crop = new Preprocessing(3, 1, 2, new float[3], new float[] {1, 1, 1});
        Mask mask = object("[[0, 1, 2, 1, 2, 3, 0, 3]]", "[0, 1, 2, 2]").mask().orElseThrow();

        assertThat(crop.move(mask).map(Mask::pixels).map(pixels -> Drawing.of(pixels, 2, 1)))
                .hasValueSatisfying(rows -> assertThat(rows).containsExactly("#."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[[0, 1, 2, 1]] | not 4 numbers at $.annotations[0].segmentation[1]",
                "[[0, 1, 2, 1, 3, 3], [0, 1, 2, 1, 3, 1e300]] | no place in a picture at $.annotations[0].segmentation",
                "[[0, 1, 2, 1, 3, NaN]] | $.annotations[0].segmentation[0][5]",
                "[0, 1, 2, 1, 3, 3] | $.annotations[0].segmentation[0]",
                "7 | $.annotations[0].segmentation",
                "\"12105\" | $.annotations[0].segmentation",
                "{\"counts\": [1, 2], \"size\": [3, 4]} | the runs make up 3 pixels",
                "{\"counts\": [1.5, 10.5], \"size\": [3, 4]} | $.annotations[0].segmentation.counts[0]",
                "{\"counts\": \"1210\", \"size\": [3, 4]} | the runs make up 6 pixels",
                "{\"counts\": \"1210~\", \"size\": [3, 4]} | '~' is no character of compressed counts",
                "{\"counts\": \"\", \"size\": [3, 4]} | the runs make up 0 pixels",
                "{\"counts\": [12]} | size of two numbers, rows and columns at $.annotations[0].segmentation",
                "{\"counts\": [12], \"size\": [3, 4, 1]} | size of two numbers",
                "{\"counts\": [12], \"size\": [30000, 40000]} | is none of a picture",
                "{\"counts\": [12], \"size\": [-3, -4]} | is none of a picture"
            })
    void an_outline_that_cannot_be_is_refused_at_once(String outline, String why) throws IOException {
        write(outline, "[0, 1, 2, 2]");

        assertThatIOException()
                .isThrownBy(() -> CocoData.open(folder.resolve("one.json")))
                .withMessageContaining("one.json as COCO's JSON")
                .withMessageContaining(why);
    }

    @Test
    void a_polygon_of_a_million_numbers_is_refused() throws IOException {
        write("[[" + "1,".repeat(1_100_000) + "1]]", "[0, 1, 2, 2]");

        assertThatIOException()
                .isThrownBy(() -> CocoData.open(folder.resolve("one.json")))
                .withMessageContaining("more than 1048576 numbers");
    }

    @Test
    void runs_of_another_size_are_refused_with_the_pictures_name() {
        assertThatIOException()
                .isThrownBy(() -> object("{\"counts\": [12], \"size\": [4, 3]}", "[0, 1, 2, 2]"))
                .withMessageContaining("1.png: an outline is of a picture of 3 x 4 pixels, and this one has 4 x 3");
    }

    private static String drawn(SampleObject object) {
        Mask mask = object.mask().orElseThrow();
        return String.join("", Drawing.of(mask.pixels(), mask.width(), mask.height()));
    }

    private SampleObject object(String outline, String box) throws IOException {
        write(outline, box);
        Sample sample =
                CocoData.open(folder.resolve("one.json")).samples(Split.TEST).sample(0);
        return sample.objects().get(0);
    }

    private void write(String outline, String box) throws IOException {
        Pictures.write(folder.resolve("images/1.png"), 1);
        Files.writeString(folder.resolve("one.json"), """
                {"images": [{"id": 1, "file_name": "1.png"}],
                 "categories": [{"id": 7, "name": "cat"}],
                 "annotations": [{"image_id": 1, "category_id": 7, "bbox": %s, "segmentation": %s}]}
                """.formatted(box, outline));
    }
}
