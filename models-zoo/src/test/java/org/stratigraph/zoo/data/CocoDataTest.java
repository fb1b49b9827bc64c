package org.stratigraph.zoo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stratigraph.core.image.Box;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.core.spi.SampleObject;
import org.stratigraph.core.spi.Samples;
import org.stratigraph.core.spi.Split;

/** A tree with three pictures of 4 x 3 pixels, one of them without objects, and three classes, one id left out. */
class CocoDataTest {
    private static final String IMAGES = """
            "images": [{"id": 9, "file_name": "b.png", "width": 4}, {"file_name": "a.png", "id": 11},
                       {"id": 10, "file_name": "none.png"}]""";
    private static final String CATEGORIES = """
            "categories": [{"id": 90, "name": "toothbrush"}, {"id": 1, "name": "person", "supercategory": "person"},
                           {"id": 3, "name": "car"}]""";
    private static final String ANNOTATIONS = """
            "annotations": [
              {"id": 1, "image_id": 11, "category_id": 90, "bbox": [0.5, 1.2, 1.0, 0.5], "iscrowd": 0,
               "segmentation": [[0.5, 1.2, 1.5, 1.2, 1.5, 1.7]], "area": 0.25},
              {"id": 2, "image_id": 9, "category_id": 3, "bbox": [0, 0, 1, 1]},
              {"id": 3, "image_id": 11, "category_id": 1, "bbox": [1, 0, 3, 3], "iscrowd": 1,
               "segmentation": {"counts": [3, 9], "size": [3, 4]}}]""";

    @TempDir
    private Path root;

    private Path file;

    @BeforeEach
    void writeTree() throws IOException {
        file = root.resolve("annotations/instances_val2017.json");
        Files.createDirectories(file.getParent());
        for (String name : new String[] {"a.png", "b.png", "none.png"}) {
            Pictures.write(root.resolve("val2017/" + name), 0x808080);
        }
        write(IMAGES, CATEGORIES, ANNOTATIONS);
    }

    @Test
    void classes_are_numbered_by_their_ids_without_gaps() throws IOException {
        assertThat(CocoData.open(file).labels().names()).containsExactly("person", "car", "toothbrush");
    }

    @Test
    void pictures_with_objects_come_in_the_order_of_their_ids() throws IOException {
        Samples samples = CocoData.open(file).samples(Split.TEST);

        assertThat(samples.size()).isEqualTo(2);
        assertThat(samples.sample(0)).extracting(Sample::name, Sample::label).containsExactly("b.png", 1);
        assertThat(samples.sample(1)).extracting(Sample::name, Sample::label).containsExactly("a.png", 0);
    }

    @Test
    void boxes_hold_every_pixel_that_they_touch() throws IOException {
        assertThat(CocoData.open(file).samples(Split.TEST).sample(1).objects())
                .extracting(SampleObject::label, SampleObject::box)
                .containsExactly(tuple(2, new Box(0, 1, 2, 2)), tuple(0, new Box(1, 0, 4, 3)));
    }

    @Test
    void the_parts_of_the_file_may_come_in_any_order() throws IOException {
        write("\"info\": {\"year\": [2017]}", ANNOTATIONS, CATEGORIES, "\"licenses\": []", IMAGES);

        pictures_with_objects_come_in_the_order_of_their_ids();
        boxes_hold_every_pixel_that_they_touch();
    }

    @ParameterizedTest
    @CsvSource({"images/val2017", "images", "annotations/val2017", "annotations/images", "annotations"})
    void pictures_may_lie_elsewhere(String place) throws IOException {
        for (String name : new String[] {"a.png", "b.png", "none.png"}) {
            Pictures.write(root.resolve(place).resolve(name), 0x808080);
            Files.delete(root.resolve("val2017/" + name));
        }
        Files.delete(root.resolve("val2017"));

        pictures_with_objects_come_in_the_order_of_their_ids();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.png", "/etc/passwd", "x/../../secret.png", "."})
    void a_picture_leads_out_of_no_folder(String name) throws IOException {
        Pictures.write(root.resolve("secret.png"), 0);
        write(IMAGES.replace("a.png", name), CATEGORIES, ANNOTATIONS);

        refused("'" + name + "' is no file within the folder");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"category_id\": 90 | \"category_id\": 91",
                "\"category_id\": 90, | ''",
                "[0.5, 1.2, 1.0, 0.5] | [0.5, 1.2, 1.0] ",
                "[0.5, 1.2, 1.0, 0.5] | [0.5, 1.2, 1e300, 0.5]",
                "[0.5, 1.2, 1.0, 0.5] | [0.5, 1.2, NaN, 0.5]",
                "\"image_id\": 11 | \"image_id\": \"eleven\""
            })
    void an_object_that_is_not_understood_is_refused(String part, String instead) throws IOException {
        write(IMAGES, CATEGORIES, ANNOTATIONS.replace(part, instead));

        refused("COCO's JSON");
    }

    @Test
    void ids_are_given_once() throws IOException {
        write(IMAGES.replace("10", "9"), CATEGORIES, ANNOTATIONS);
        refused("an id of its own");

        write(IMAGES, CATEGORIES.replace("90", "1"), ANNOTATIONS);
        refused("an id of its own");
    }

    @Test
    void another_file_is_refused_saying_what_is_meant() throws IOException {
        write(IMAGES, CATEGORIES);
        refused("instances_*.json");

        Files.writeString(file, "{" + IMAGES);
        refused("COCO's JSON");

        Files.writeString(file, "[".repeat(100_000));
        refused("COCO's JSON");

        write("\"deep\": " + "[".repeat(100_000) + "]".repeat(100_000), IMAGES, CATEGORIES, ANNOTATIONS);
        refused("COCO's JSON");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CocoData.open(root))
                .withMessageContaining("no file at");
    }

    @Test
    void a_missing_picture_is_named_at_once_and_a_broken_one_when_it_is_asked_for() throws IOException {
        Files.writeString(root.resolve("val2017/a.png"), "no picture");
        DataSource data = CocoData.open(file);
        assertThatIOException()
                .isThrownBy(() -> data.samples(Split.TEST).sample(1))
                .withMessageContaining("a.png");

        Files.delete(root.resolve("val2017/b.png"));
        assertThatIOException().isThrownBy(() -> CocoData.open(file)).withMessageContaining("b.png");
    }

    @Test
    void a_box_outside_its_picture_is_refused() throws IOException {
        write(IMAGES, CATEGORIES, ANNOTATIONS.replace("[0.5, 1.2, 1.0, 0.5]", "[4, 0, 2, 2]"));
        DataSource data = CocoData.open(file);

        assertThatIOException()
                .isThrownBy(() -> data.samples(Split.TEST).sample(1))
                .withMessageContaining("a.png")
                .withMessageContaining("4 x 3");
    }

    private void refused(String why) {
        assertThatIOException()
                .isThrownBy(() -> CocoData.open(file))
                .withMessageContaining("instances_val2017.json")
                .withMessageContaining(why);
    }

    private void write(String... parts) throws IOException {
        Files.writeString(file, "{" + String.join(",\n", parts) + "}");
    }
}
