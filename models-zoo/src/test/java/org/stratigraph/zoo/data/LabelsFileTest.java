package org.stratigraph.zoo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/** A folder with a labels.csv, and pictures of 4 x 3 pixels. */
class LabelsFileTest {
    @TempDir
    private Path parent;

    private Path folder;

    @BeforeEach
    void writePictures() throws IOException {
        folder = parent.resolve("data");
        Pictures.write(folder.resolve("a.png"), 0x010203);
        Pictures.write(folder.resolve("deep/b.png"), 0x040506);
        Pictures.write(parent.resolve("secret.png"), 0x070809);
    }

    @Test
    void names_are_numbered_in_sorted_order_and_pictures_keep_the_tables() throws IOException {
        DataSource data = table("file,label\ndeep/b.png,bee\na.png,ant\n");

        assertThat(data.labels().names()).containsExactly("ant", "bee");
        Samples samples = data.samples(Split.VALIDATION);
        assertThat(samples.size()).isEqualTo(2);
        assertThat(samples.sample(0)).extracting(Sample::name, Sample::label).containsExactly("deep/b.png", 1);
        assertThat(samples.sample(1)).extracting(Sample::name, Sample::label).containsExactly("a.png", 0);
        assertThat(samples.sample(1).image().samples()).startsWith(1, 2, 3);
        assertThat(samples.sample(1).objects()).isEmpty();
    }

    @Test
    void numbers_are_the_classes_themselves() throws IOException {
        DataSource data = table("file,label\na.png,7\ndeep/b.png,2\n");

        assertThat(data.labels().names()).hasSize(8);
        assertThat(data.samples(Split.TEST).sample(0).label()).isEqualTo(7);
        assertThat(data.samples(Split.TEST).sample(1).label()).isEqualTo(2);
    }

    @Test
    void a_name_among_numbers_makes_names_of_all() throws IOException {
        assertThat(table("file,label\na.png,10\ndeep/b.png,ant\n").labels().names())
                .containsExactly("10", "ant");
    }

    @Test
    void a_picture_has_a_box_per_row_and_the_class_of_its_first() throws IOException {
        Samples samples = table("file,label,x0,y0,x1,y1\na.png,bee,0,0,4,3\ndeep/b.png,ant,,,,\n./a.png,ant,1,2,3,3\n")
                .samples(Split.TEST);

        Sample both = samples.sample(0);
        assertThat(samples.size()).isEqualTo(2);
        assertThat(both.label()).isEqualTo(1);
        assertThat(both.objects()).extracting(SampleObject::label).containsExactly(1, 0);
        assertThat(both.objects())
                .extracting(SampleObject::box)
                .containsExactly(new Box(0, 0, 4, 3), new Box(1, 2, 3, 3));
        assertThat(both.objects()).allMatch(object -> object.mask().isEmpty());
        assertThat(samples.sample(1).objects()).isEmpty();
    }

    @Test
    void spreadsheets_marks_line_ends_and_quotes_are_understood() throws IOException {
        Pictures.write(folder.resolve("c, \"d\".png"), 0);

        DataSource data = table("\uFEFFfile,label\r\n\r\n\"c, \"\"d\"\".png\" , \"crane, bird\"\r\n");

        assertThat(data.labels().names()).containsExactly("crane, bird");
        assertThat(data.samples(Split.TEST).sample(0).name()).isEqualTo("c, \"d\".png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.png", "deep/../../secret.png", "deep/../a.png", "..", "/etc/passwd"})
    void files_elsewhere_are_refused(String file) {
        assertThatIOException()
                .isThrownBy(() -> table("file,label\na.png,ant\n" + file + ",bee\n"))
                .withMessageContaining("labels.csv, line 3")
                .withMessageContaining("'" + file + "'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none.png,ant,0,0,1,1 | no file 'none.png'",
                "deep,ant,0,0,1,1 | no file 'deep'",
                ",ant,0,0,1,1 | no file ''",
                "a.png,,0,0,1,1 | label is missing",
                "a.png,1000000,0,0,1,1 | below 1000000",
                "a.png,99999999999,0,0,1,1 | below 1000000",
                "a.png,ant | 6 fields, this row 2",
                "a.png,ant,0,0,1,1,1 | this row 7",
                "a.png,ant,0,0,1, | four whole numbers",
                "a.png,ant,0,0,1.5,1 | four whole numbers",
                "a.png,ant,-1,0,1,1 | no box",
                "a.png,ant,2,0,2,1 | no box",
                "\"a.png,ant,0,0,1,1 | quote is not closed"
            })
    void a_wrong_row_is_refused_at_the_start_with_its_line(String row, String said) {
        assertThatIOException()
                .isThrownBy(() -> table("file,label,x0,y0,x1,y1\ndeep/b.png,bee,0,0,1,1\n" + row + "\n"))
                .withMessageContaining("labels.csv, line 3: ")
                .withMessageContaining(said);
    }

    @Test
    void a_zero_byte_is_refused() {
        assertThatIOException()
                .isThrownBy(() -> table("file,label\na\0.png,ant\n"))
                .withMessageContaining("labels.csv, line 2");
    }

    @Test
    void a_second_row_without_a_box_is_refused() {
        assertThatIOException()
                .isThrownBy(() -> table("file,label\na.png,ant\na.png,bee\n"))
                .withMessageContaining("'a.png' has several rows");
    }

    @ParameterizedTest
    @CsvSource({"'0,0,5,3', line 2", "'0,0,4,4', line 2"})
    void a_box_outside_its_picture_is_refused_with_file_and_line(String box, String line) throws IOException {
        Samples samples =
                table("file,label,x0,y0,x1,y1\na.png,ant," + box + "\n").samples(Split.TEST);

        assertThatIOException()
                .isThrownBy(() -> samples.sample(0))
                .withMessageContaining("labels.csv, " + line)
                .withMessageContaining("a.png, which is 4 x 3");
    }

    @Test
    void other_headers_and_encodings_are_refused() throws IOException {
        assertThatIOException()
                .isThrownBy(() -> table("name,class\na.png,ant\n"))
                .withMessageContaining("file,label or file,label,x0,y0,x1,y1, not 'name,class'");
        Files.write(folder.resolve("labels.csv"), "file,label\na.png,f\u00e9e\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatIOException().isThrownBy(() -> FolderData.open(folder)).withMessageContaining("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "file,label\n"})
    void a_table_of_nothing_is_refused(String table) {
        assertThatIllegalArgumentException().isThrownBy(() -> table(table)).withMessageContaining("no pictures");
    }

    @Test
    void a_broken_file_is_named_when_it_is_asked_for() throws IOException {
        Files.writeString(folder.resolve("broken.png"), "no picture");
        Samples samples = table("file,label\nbroken.png,ant\na.png,ant\n").samples(Split.TEST);

        assertThat(samples.sample(1).name()).isEqualTo("a.png");
        assertThatIOException().isThrownBy(() -> samples.sample(0)).withMessageContaining("broken.png");
    }

    private DataSource table(String content) throws IOException {
        Files.writeString(folder.resolve("labels.csv"), content);
        return FolderData.open(folder);
    }
}
