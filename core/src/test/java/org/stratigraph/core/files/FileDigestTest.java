package org.stratigraph.core.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDigestTest {
    /** The digest of "abc" is the first example of FIPS 180-2, appendix B. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    @Test
    void a_digest_is_that_of_the_content_and_read_once() throws IOException {
        Path file = Files.writeString(folder.resolve("abc"), "abc");
        FileDigest digest = new FileDigest(file);

        assertThat(digest.sha256()).isEqualTo(ABC);
        Files.delete(file);
        assertThat(digest.sha256()).isEqualTo(ABC);
    }

    @Test
    void a_missing_file_has_no_digest() {
        assertThatThrownBy(() -> new FileDigest(folder.resolve("none")).sha256())
                .isInstanceOf(UncheckedIOException.class);
    }
}
