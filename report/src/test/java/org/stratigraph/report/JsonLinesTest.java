package org.stratigraph.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTest {
    private static final Map<String, Object> RUN = Map.of("images", 3);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("sub").resolve("results.jsonl");
    }

    @Test
    void what_was_added_is_there_when_it_is_opened_again() throws IOException {
        try (JsonLines lines = JsonLines.open(file, RUN)) {
            lines.add(Map.of("value", 0.1 + 0.2));
        }
        try (JsonLines lines = JsonLines.open(file, RUN)) {
            assertThat(lines.lines()).containsExactly(Map.of("value", 0.1 + 0.2)); // to the last bit
            lines.add(Map.of("value", List.of(1, 2)));
        }
        try (JsonLines lines = JsonLines.open(file, RUN)) {
            assertThat(lines.lines()).hasSize(2);
        }
        assertThat(Files.readAllLines(file)).hasSize(3);
    }

    @Test
    void a_line_cut_off_is_dropped_and_written_over() throws IOException {
        try (JsonLines lines = JsonLines.open(file, RUN)) {
            lines.add(Map.of("value", 1));
        }
        Files.writeString(file, Files.readString(file) + "{\"value\": \"a long one that was cut o");

        try (JsonLines lines = JsonLines.open(file, RUN)) {
            assertThat(lines.lines()).containsExactly(Map.of("value", 1));
            lines.add(Map.of("value", 2));
        }

        assertThat(Files.readAllLines(file)).containsExactly("{\"images\":3}", "{\"value\":1}", "{\"value\":2}");
    }

    @Test
    void results_of_another_run_are_neither_mixed_in_nor_lost() throws IOException {
        JsonLines.open(file, RUN).close();

        assertThatIOException()
                .isThrownBy(() -> JsonLines.open(file, Map.of("images", 4)))
                .withMessageContaining("another run")
                .withMessageContaining("images=3")
                .withMessageContaining("images=4");
        assertThat(Files.readAllLines(file)).containsExactly("{\"images\":3}");
    }

    @Test
    void a_file_of_something_else_is_left_alone() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "dear diary\n");

        assertThatIOException().isThrownBy(() -> JsonLines.open(file, RUN)).withMessageContaining("no file of results");
        assertThat(file).hasContent("dear diary");
    }

    @Test
    void an_empty_file_is_no_run() throws IOException {
        Files.createDirectories(file.getParent());
        Files.createFile(file);

        assertThatIOException().isThrownBy(() -> JsonLines.open(file, RUN)).withMessageContaining("another run");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_full_disk_is_said_with_the_file_that_found_no_room() throws IOException {
        FileChannel full = FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE);

        try (JsonLines lines = new JsonLines(file, full, new ArrayList<>())) {
            assertThatIOException()
                    .isThrownBy(() -> lines.add(Map.of("value", 1)))
                    .withMessage("cannot write " + file + ": No space left on device");
            assertThat(lines.lines()).isEmpty();
        }
    }
}
