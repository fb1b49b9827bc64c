package org.stratigraph.zoo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.catalog.Discovered;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.core.spi.Samples;
import org.stratigraph.core.spi.Split;
import org.stratigraph.zoo.ZooPlugin;

/** A folder with a sub-folder per class. */
class ClassFoldersTest {
    @TempDir
    private Path folder;

    @Test
    void classes_and_files_are_sorted_by_name_whatever_the_order_they_were_written_in() throws IOException {
        Pictures.write(folder.resolve("zebra/b.png"), 0x010203);
        Pictures.write(folder.resolve("zebra/a.JPG"), 0x040506);
        Pictures.write(folder.resolve("Zoo/c.jpeg"), 0x070809);
        Pictures.write(folder.resolve("ant/10.png"), 0x0a0b0c);
        Pictures.write(folder.resolve("ant/9.png"), 0x0d0e0f);

        DataSource data = FolderData.open(folder);

        assertThat(data.labels().names()).containsExactly("Zoo", "ant", "zebra");
        assertThat(names(data)).containsExactly("Zoo/c.jpeg", "ant/10.png", "ant/9.png", "zebra/a.JPG", "zebra/b.png");
        Sample last = data.samples(Split.TEST).sample(4);
        assertThat(last.label()).isEqualTo(2);
        assertThat(last.objects()).isEmpty();
        assertThat(last.image().width()).isEqualTo(4);
        assertThat(last.image().samples()).startsWith(1, 2, 3);
    }

    @Test
    void what_is_no_picture_is_passed_over_and_a_class_without_pictures_is_kept() throws IOException {
        Pictures.write(folder.resolve("ant/a.png"), 0);
        Pictures.write(folder.resolve("ant/.hidden.png"), 0);
        Pictures.write(folder.resolve("ant/deeper/b.png"), 0);
        Pictures.write(folder.resolve(".cache/c.png"), 0);
        Pictures.write(folder.resolve("loose.png"), 0);
        Files.writeString(folder.resolve("ant/notes.txt"), "notes");
        Files.createDirectory(folder.resolve("ant/folder.png"));
        Files.createDirectory(folder.resolve("bee"));

        DataSource data = FolderData.open(folder);

        assertThat(data.labels().names()).containsExactly("ant", "bee");
        assertThat(names(data)).containsExactly("ant/a.png");
    }

    @Test
    void a_broken_file_is_named_when_it_is_asked_for_and_not_before() throws IOException {
        Pictures.write(folder.resolve("ant/a.png"), 0);
        Files.writeString(folder.resolve("ant/broken.png"), "no picture");

        Samples samples = FolderData.open(folder).samples(Split.TEST);

        assertThat(samples.size()).isEqualTo(2);
        assertThat(samples.sample(0).name()).isEqualTo("ant/a.png");
        assertThatIOException().isThrownBy(() -> samples.sample(1)).withMessageContaining("broken.png");
    }

    @Test
    void a_file_that_has_gone_is_named() throws IOException {
        Pictures.write(folder.resolve("ant/a.png"), 0);
        Samples samples = FolderData.open(folder).samples(Split.TEST);
        Files.delete(folder.resolve("ant/a.png"));

        assertThatIOException().isThrownBy(() -> samples.sample(0)).withMessageContaining("a.png");
    }

    @Test
    void all_pictures_are_there_to_validate_and_to_test_with_and_none_to_learn_from() throws IOException {
        Pictures.write(folder.resolve("ant/a.png"), 0);
        DataSource data = FolderData.open(folder);

        for (Split split : List.of(Split.VALIDATION, Split.TEST)) {
            Samples samples = data.samples(split);
            assertThat(samples.size()).isEqualTo(1);
            assertThat(samples.sample(0).name()).isEqualTo("ant/a.png");
            assertThatThrownBy(() -> samples.sample(1)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> samples.sample(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> data.samples(Split.TRAIN))
                .withMessageContaining("no split 'train' in " + folder)
                .withMessageContaining("ask for validation or test");
    }

    @Test
    void a_folder_without_pictures_and_no_folder_at_all_are_refused() throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FolderData.open(folder))
                .withMessageContaining("no pictures in " + folder)
                .withMessageContaining("labels.csv");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FolderData.open(folder.resolve("none")))
                .withMessageContaining("no folder");
        Pictures.write(folder.resolve("a.png"), 0);
        assertThatIllegalArgumentException().isThrownBy(() -> FolderData.open(folder.resolve("a.png")));
    }

    @Test
    void the_zoo_offers_it_by_path() throws IOException {
        Pictures.write(folder.resolve("a=b,c:d/a.png"), 0);
        Catalog catalog = new Catalog(List.of(new Discovered(new ZooPlugin(), "here")));

        assertThat(catalog.data().make("folder:" + folder).labels().names()).containsExactly("a=b,c:d");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> catalog.data().make("folder"))
                .withMessageContaining("folder:PATH");
    }

    private static List<String> names(DataSource data) throws IOException {
        Samples samples = data.samples(Split.TEST);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            names.add(samples.sample(i).name());
        }
        return names;
    }
}
