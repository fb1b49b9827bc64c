package org.stratigraph.zoo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stratigraph.core.image.Box;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.core.spi.SampleObject;
import org.stratigraph.core.spi.Samples;
import org.stratigraph.core.spi.Split;

/** A devkit of two pictures of 4 x 3 pixels, listed against the order of their names. */
class VocDataTest {
    private static final int BIRD = 2;
    private static final int PERSON = 14;

    @TempDir
    private Path year;

    @BeforeEach
    void writeDevkit() throws IOException {
        Pictures.write(year.resolve("JPEGImages/2008_000001.jpg"), 0x808080);
        Pictures.write(year.resolve("JPEGImages/2008_000002.jpg"), 0x404040);
        list("2008_000002\n2008_000001\n");
        annotate("2008_000001", VocXml.object("bird", 1, 1, 1, 1) + VocXml.object("person", 2, 1, 4, 3));
        annotate("2008_000002", VocXml.object("bird", 1, 2, 3, 3));
    }

    @Test
    void the_twenty_classes_are_numbered_by_name() throws IOException {
        assertThat(VocData.open(year).labels().names()).hasSize(20).isSorted().contains("aeroplane", "tvmonitor");
    }

    @Test
    void pictures_come_in_the_lists_order() throws IOException {
        Samples samples = VocData.open(year).samples(Split.TEST);

        assertThat(samples.size()).isEqualTo(2);
        assertThat(samples.sample(0).name()).isEqualTo("2008_000002");
        assertThat(samples.sample(1).name()).isEqualTo("2008_000001");
    }

    /** VOC counts from 1 and names the last pixel: (2, 1) to (4, 3) are columns 1, 2 and 3, and all three rows. */
    @Test
    void boxes_count_from_zero_and_end_after_their_last_pixel() throws IOException {
        Sample sample = VocData.open(year).samples(Split.TEST).sample(1);

        assertThat(sample.objects())
                .extracting(SampleObject::label, SampleObject::box)
                .containsExactly(tuple(BIRD, new Box(0, 0, 1, 1)), tuple(PERSON, new Box(1, 0, 4, 3)));
    }

    @Test
    void the_largest_box_names_the_picture_and_the_first_of_two() throws IOException {
        assertThat(first("2008_000001").label()).isEqualTo(PERSON);

        annotate("2008_000001", VocXml.object("bird", 1, 1, 2, 1) + VocXml.object("person", 1, 1, 1, 2));
        assertThat(first("2008_000001").label()).isEqualTo(BIRD);
    }

    @Test
    void a_box_is_clipped_to_the_picture() throws IOException {
        annotate("2008_000001", VocXml.object("bird", 0, -3, 9, 2));

        assertThat(first("2008_000001").objects()).extracting(SampleObject::box).containsExactly(new Box(0, 0, 4, 2));
    }

    @Test
    void fractions_of_pixels_are_rounded() throws IOException {
        annotate(
                "2008_000001",
                VocXml.object("bird", 1, 1, 2, 2)
                        .replace("<xmin>1<", "<xmin>1.6<")
                        .replace("<ymax>2<", "<ymax>2.4<"));

        assertThat(first("2008_000001").objects()).extracting(SampleObject::box).containsExactly(new Box(1, 0, 2, 2));
    }

    @Test
    void a_box_without_a_pixel_of_the_picture_is_refused_with_the_pictures_name() throws IOException {
        annotate("2008_000001", VocXml.object("bird", 7, 1, 9, 2));

        assertThatIOException()
                .isThrownBy(() -> first("2008_000001"))
                .withMessageContaining("2008_000001.jpg")
                .withMessageContaining("4 x 3");
    }

    @Test
    void the_parts_of_a_person_are_no_objects() throws IOException {
        annotate(
                "2008_000001",
                VocXml.object("person", 1, 1, 4, 3)
                        .replace("</object>", VocXml.part("head", 1, 1, 2, 2) + "</object>"));

        assertThat(first("2008_000001").objects()).hasSize(1);
    }

    @Test
    void nothing_is_read_before_it_is_asked_for() throws IOException {
        Files.writeString(year.resolve("JPEGImages/2008_000001.jpg"), "no picture");
        Files.writeString(year.resolve("Annotations/2008_000002.xml"), "no annotation");
        DataSource data = VocData.open(year);

        assertThatIOException()
                .isThrownBy(() -> data.samples(Split.TEST).sample(1))
                .withMessageContaining("2008_000001.jpg");
        assertThatIOException()
                .isThrownBy(() -> data.samples(Split.TEST).sample(0))
                .withMessageContaining("2008_000002.xml");
    }

    @Test
    void a_picture_without_objects_or_of_a_strange_class_is_refused() throws IOException {
        annotate("2008_000001", "");
        assertThatIOException()
                .isThrownBy(() -> first("2008_000001"))
                .withMessageContaining("2008_000001.xml")
                .withMessageContaining("no object");

        annotate("2008_000001", VocXml.object("dragon", 1, 1, 2, 2));
        assertThatIOException()
                .isThrownBy(() -> first("2008_000001"))
                .withMessageContaining("2008_000001.xml")
                .withMessageContaining("'dragon'");
    }

    @Test
    void a_missing_annotation_is_named() throws IOException {
        Files.delete(year.resolve("Annotations/2008_000001.xml"));

        assertThatIOException()
                .isThrownBy(() -> first("2008_000001"))
                .isInstanceOf(NoSuchFileException.class)
                .withMessageContaining("2008_000001.xml");
    }

    @Test
    void a_missing_picture_is_named_at_once() throws IOException {
        Files.delete(year.resolve("JPEGImages/2008_000002.jpg"));

        assertThatIOException().isThrownBy(() -> VocData.open(year)).withMessageContaining("2008_000002.jpg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/etc/passwd", "a b", "2008.000001", "-1"})
    void a_list_leads_to_no_other_folder(String id) throws IOException {
        list("2008_000001\n" + id + "\n");

        assertThatIOException()
                .isThrownBy(() -> VocData.open(year))
                .withMessageContaining("val.txt")
                .withMessageContaining("'" + id + "'");
    }

    @Test
    void a_list_names_each_picture_once_and_at_least_one() throws IOException {
        list("2008_000001\n2008_000001\n");
        assertThatIOException().isThrownBy(() -> VocData.open(year)).withMessageContaining("twice");

        list("\n");
        assertThatIOException().isThrownBy(() -> VocData.open(year)).withMessageContaining("no picture in");
    }

    @Test
    void another_folder_is_refused_saying_which_is_meant() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VocData.open(year.resolve("JPEGImages")))
                .withMessageContaining("VOCdevkit/VOC2012");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VocData.open(year.resolve("nowhere")))
                .withMessageContaining("no folder at");
    }

    @Test
    void there_is_nothing_to_learn_from() throws IOException {
        DataSource data = VocData.open(year);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> data.samples(Split.TRAIN))
                .withMessageContaining("validation or test");
    }

    private Sample first(String id) throws IOException {
        list(id + "\n");
        return VocData.open(year).samples(Split.VALIDATION).sample(0);
    }

    private void list(String ids) throws IOException {
        Path list = year.resolve("ImageSets/Main/val.txt");
        Files.createDirectories(list.getParent());
        Files.writeString(list, ids);
    }

    private void annotate(String id, String objects) throws IOException {
        VocXml.write(year.resolve("Annotations/" + id + ".xml"), objects);
    }
}
