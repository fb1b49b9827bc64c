package org.stratigraph.core.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    @Test
    void a_file_is_written_with_the_folders_above_it() throws IOException {
        Path target = folder.resolve("a/b/c.bin");

        AtomicFile.write(target, out -> out.write(new byte[] {1, 2, 3}));

        assertThat(target).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(target.getParent()).isDirectoryNotContaining(file -> !file.equals(target));
    }

    @Test
    void an_older_file_is_replaced() throws IOException {
        Path target = Files.writeString(folder.resolve("file.txt"), "something older and longer");

        AtomicFile.write(target, out -> out.write('n'));

        assertThat(target).hasContent("n");
    }

    @Test
    void the_target_is_not_there_while_it_is_written() throws IOException {
        Path target = folder.resolve("file.txt");

        AtomicFile.write(target, out -> {
            out.write(new byte[100_000]);
            assertThat(target).doesNotExist();
        });

        assertThat(target).hasSize(100_000);
    }

    @Test
    void a_failure_leaves_the_older_file_and_nothing_else() throws IOException {
        Path target = Files.writeString(folder.resolve("file.txt"), "old");

        assertThatIOException()
                .isThrownBy(() -> AtomicFile.write(target, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("disk full");
                }))
                .withMessage("cannot write " + target + ": disk full");
        assertThatIllegalStateException()
                .isThrownBy(() -> AtomicFile.write(target, out -> {
                    throw new IllegalStateException("a bug");
                }));

        assertThat(target).hasContent("old");
        assertThat(folder).isDirectoryNotContaining(file -> !file.equals(target));
    }

    @Test
    void a_folder_is_not_a_target() {
        assertThatIOException()
                .isThrownBy(() -> AtomicFile.write(folder, out -> out.write(1)))
                .withMessageContaining(folder + ": it is a folder");
    }

    @Test
    void a_file_above_the_target_is_an_error() throws IOException {
        Path file = Files.writeString(folder.resolve("file.txt"), "old");

        assertThatIOException().isThrownBy(() -> AtomicFile.write(file.resolve("below.txt"), out -> out.write(1)));

        assertThat(file).hasContent("old");
    }
}
