package org.stratigraph.zoo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextLinesTest {
    @TempDir
    private Path folder;

    @Test
    void a_byte_order_mark_and_carriage_returns_are_no_text() throws IOException {
        Path file = Files.writeString(folder.resolve("text"), "\ufeffone\r\ntwo\n");

        assertThat(TextLines.of(file)).containsExactly("one", "two");
    }

    @Test
    void what_is_no_text_is_named() throws IOException {
        Path file = Files.write(folder.resolve("text"), new byte[] {'a', (byte) 0xff, 'b'});

        assertThatIOException()
                .isThrownBy(() -> TextLines.of(file))
                .withMessageContaining(file.toString())
                .withMessageContaining("UTF-8");
    }

    @Test
    void what_is_too_long_is_refused_before_it_is_read() throws IOException {
        Path file = folder.resolve("text");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength((256L << 20) + 1);
        }

        assertThatIOException()
                .isThrownBy(() -> TextLines.of(file))
                .withMessageContaining(file.toString())
                .withMessageContaining("at most");
    }
}
