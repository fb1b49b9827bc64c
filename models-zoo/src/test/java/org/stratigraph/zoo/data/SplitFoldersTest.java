package org.stratigraph.zoo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.core.spi.Samples;
import org.stratigraph.core.spi.Split;

/** A folder with a folder per split. */
class SplitFoldersTest {
    @TempDir
    private Path folder;

    @Test
    void every_split_has_its_own_pictures_and_the_classes_of_all() throws IOException {
        Pictures.write(folder.resolve("train/bee/1.png"), 1);
        Pictures.write(folder.resolve("train/cat/2.png"), 2);
        Pictures.write(folder.resolve("val/cat/3.png"), 3);
        Pictures.write(folder.resolve("test/ant/4.png"), 4);

        DataSource data = FolderData.open(folder);

        assertThat(data.labels().names()).containsExactly("ant", "bee", "cat");
        assertThat(described(data, Split.TRAIN)).containsExactly("bee/1.png 1", "cat/2.png 2");
        assertThat(described(data, Split.VALIDATION)).containsExactly("cat/3.png 2");
        assertThat(described(data, Split.TEST)).containsExactly("ant/4.png 0");
    }

    @Test
    void one_of_validation_and_test_stands_for_both() throws IOException {
        Pictures.write(folder.resolve("train/ant/1.png"), 1);
        Pictures.write(folder.resolve("validation/ant/2.png"), 2);

        DataSource data = FolderData.open(folder);

        assertThat(described(data, Split.VALIDATION)).containsExactly("ant/2.png 0");
        assertThat(described(data, Split.TEST)).containsExactly("ant/2.png 0");
    }

    @Test
    void a_class_called_train_is_a_class() throws IOException {
        Pictures.write(folder.resolve("train/1.png"), 1);
        Pictures.write(folder.resolve("tram/2.png"), 2);

        assertThat(FolderData.open(folder).labels().names()).containsExactly("train", "tram");
    }

    @Test
    void a_split_without_pictures_is_named() throws IOException {
        Pictures.write(folder.resolve("train/ant/1.png"), 1);
        Files.createDirectories(folder.resolve("val/ant"));

        assertThatIOException()
                .isThrownBy(() -> FolderData.open(folder))
                .withMessageContaining("no picture in " + folder.resolve("val"));
    }

    private static List<String> described(DataSource data, Split split) throws IOException {
        Samples samples = data.samples(split);
        List<String> described = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            described.add(samples.sample(i).name() + " " + samples.sample(i).label());
        }
        return described;
    }
}
