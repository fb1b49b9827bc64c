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

/** Kaggle's tree with two pictures of 4 x 3 pixels and three classes. */
class ImageNetDataTest {
    private static final String ONE = "ILSVRC2012_val_00000001";
    private static final String TWO = "ILSVRC2012_val_00000002";
    private static final String VAL = "ILSVRC/Data/CLS-LOC/val";

    @TempDir
    private Path root;

    @BeforeEach
    void writeTree() throws IOException {
        picture(VAL + "/" + TWO);
        picture(VAL + "/" + ONE);
        Files.writeString(
                root.resolve("LOC_synset_mapping.txt"),
                "n01443537 goldfish, Carassius auratus\nn02012849 crane\nn01440764 tench, Tinca tinca\n");
        table(ONE + ",n02012849 0 0 3 1 n01440764 1 1 2 2 \n" + TWO + ",n01443537 1 0 1 2 \n");
    }

    @Test
    void classes_are_numbered_by_their_ids_and_called_by_their_first_names() throws IOException {
        assertThat(ImageNetData.open(root).labels().names()).containsExactly("tench", "goldfish", "crane");
    }

    @Test
    void pictures_come_in_the_order_of_their_names() throws IOException {
        Samples samples = ImageNetData.open(root).samples(Split.TEST);

        assertThat(samples.size()).isEqualTo(2);
        assertThat(samples.sample(0)).extracting(Sample::name, Sample::label).containsExactly(ONE, 2);
        assertThat(samples.sample(1)).extracting(Sample::name, Sample::label).containsExactly(TWO, 1);
    }

    @Test
    void boxes_hold_their_last_row_and_column() throws IOException {
        Samples samples = ImageNetData.open(root).samples(Split.TEST);

        assertThat(samples.sample(0).objects())
                .extracting(SampleObject::label, SampleObject::box)
                .containsExactly(tuple(2, new Box(0, 0, 4, 2)), tuple(0, new Box(1, 1, 3, 3)));
        assertThat(samples.sample(1).objects())
                .extracting(SampleObject::label, SampleObject::box)
                .containsExactly(tuple(1, new Box(1, 0, 2, 3)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ILSVRC/Annotations/CLS-LOC/val", "Annotations/CLS-LOC/val", "Annotations/val", "Annotations"})
    void without_the_table_annotations_say_the_same(String place) throws IOException {
        Files.delete(root.resolve("LOC_val_solution.csv"));
        annotate(place, ONE, VocXml.object("n02012849", 0, 0, 3, 1) + VocXml.object("n01440764", 1, 1, 2, 2));
        annotate(place, TWO, VocXml.object("n01443537", 1, 0, 1, 2));

        pictures_come_in_the_order_of_their_names();
        boxes_hold_their_last_row_and_column();
    }

    @Test
    void annotations_are_read_when_they_are_asked_for() throws IOException {
        Files.delete(root.resolve("LOC_val_solution.csv"));
        annotate("Annotations", ONE, VocXml.object("n99999999", 0, 0, 3, 1));
        annotate("Annotations", TWO, "");
        Samples samples = ImageNetData.open(root).samples(Split.TEST);

        assertThatIOException()
                .isThrownBy(() -> samples.sample(0))
                .withMessageContaining(ONE + ".xml")
                .withMessageContaining("'n99999999' is none of the 3 classes");
        assertThatIOException()
                .isThrownBy(() -> samples.sample(1))
                .withMessageContaining(TWO + ".xml")
                .withMessageContaining("no object");
    }

    @Test
    void a_broken_picture_is_named_when_it_is_asked_for() throws IOException {
        Files.writeString(root.resolve(VAL + "/" + TWO + ".JPEG"), "no picture");
        DataSource data = ImageNetData.open(root);

        assertThatIOException()
                .isThrownBy(() -> data.samples(Split.TEST).sample(1))
                .withMessageContaining(TWO + ".JPEG");
    }

    @ParameterizedTest
    @CsvSource({"val", "Data/CLS-LOC/val", "some/where/else"})
    void pictures_may_lie_elsewhere_and_at_any_depth(String place) throws IOException {
        Files.createDirectories(root.resolve(place).getParent());
        Files.move(root.resolve(VAL), root.resolve(place));
        Files.createDirectories(root.resolve(place + "/deeper"));
        Files.move(root.resolve(place + "/" + ONE + ".JPEG"), root.resolve(place + "/deeper/" + ONE + ".JPEG"));

        Samples samples = ImageNetData.open(root).samples(Split.TEST);

        assertThat(samples.size()).isEqualTo(2);
        assertThat(samples.sample(1).name()).isEqualTo(ONE);
    }

    @Test
    void a_picture_that_is_there_twice_is_refused() throws IOException {
        picture(VAL + "/copy/" + ONE);

        assertThatIOException()
                .isThrownBy(() -> ImageNetData.open(root))
                .withMessageContaining("two pictures are called");
    }

    @Test
    void a_missing_mapping_is_asked_for() throws IOException {
        Files.delete(root.resolve("LOC_synset_mapping.txt"));

        assertThatIOException()
                .isThrownBy(() -> ImageNetData.open(root))
                .withMessageContaining("no LOC_synset_mapping.txt")
                .withMessageContaining("n01440764 tench");
    }

    @Test
    void missing_truth_is_asked_for() throws IOException {
        table(ONE + ",n02012849 0 0 3 1\n");
        assertThatIOException()
                .isThrownBy(() -> ImageNetData.open(root))
                .withMessageContaining("no line for '" + TWO + "'");

        Files.delete(root.resolve("LOC_val_solution.csv"));
        assertThatIOException()
                .isThrownBy(() -> ImageNetData.open(root))
                .withMessageContaining("nor a folder Annotations");

        annotate("Annotations", ONE, VocXml.object("n02012849", 0, 0, 3, 1));
        assertThatIOException().isThrownBy(() -> ImageNetData.open(root)).withMessageContaining(TWO + ".xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n02012849 0 0 3",
                "n02012849 0 0 3 x",
                "n02012849 0 0 3 1 n02012849",
                "n02012849 0 0 3 999999999",
                "",
                "\"n02012849 0 0 3 1"
            })
    void a_line_that_is_not_understood_is_named(String objects) throws IOException {
        table(ONE + ",n02012849 0 0 3 1\n" + TWO + "," + objects + "\n");

        assertThatIOException()
                .isThrownBy(() -> ImageNetData.open(root))
                .withMessageContaining("line 3 of")
                .withMessageContaining("LOC_val_solution.csv");
    }

    @Test
    void a_table_with_another_header_and_a_mapping_of_something_else_are_refused() throws IOException {
        Files.writeString(root.resolve("LOC_val_solution.csv"), "file,label\n");
        assertThatIOException()
                .isThrownBy(() -> ImageNetData.open(root))
                .withMessageContaining("must be ImageId,PredictionString");

        Files.writeString(root.resolve("LOC_synset_mapping.txt"), "tench n01440764\n");
        assertThatIOException().isThrownBy(() -> ImageNetData.open(root)).withMessageContaining("'tench n01440764'");
    }

    @Test
    void there_is_nothing_to_learn_from_and_no_folder_is_refused() throws IOException {
        DataSource data = ImageNetData.open(root);

        assertThatIllegalArgumentException().isThrownBy(() -> data.samples(Split.TRAIN));
        assertThatIllegalArgumentException().isThrownBy(() -> ImageNetData.open(root.resolve("nowhere")));
    }

    private void picture(String name) throws IOException {
        Path jpg = root.resolve(name + ".jpg");
        Pictures.write(jpg, 0x808080);
        Files.move(jpg, root.resolve(name + ".JPEG"));
    }

    private void table(String lines) throws IOException {
        Files.writeString(root.resolve("LOC_val_solution.csv"), "ImageId,PredictionString\n" + lines);
    }

    private void annotate(String place, String id, String objects) throws IOException {
        VocXml.write(root.resolve(place + "/" + id + ".xml"), objects);
    }
}
