package org.stratigraph.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlFileTest {
    record Garden(String owner, List<Bed> beds) {}

    record Bed(String plant, Integer count) {
        Bed {
            if (count != null && count < 1) {
                throw new IllegalArgumentException("a bed has at least 1 plant, not " + count);
            }
        }
    }

    private static Garden parse(String... lines) {
        return YamlFile.parse(String.join("\n", lines), "garden.yaml", Garden.class);
    }

    @Test
    void what_is_written_is_read_again(@TempDir Path folder) throws IOException {
        Garden garden = new Garden("a: b # c", List.of(new Bed("rose", 3), new Bed("yes", null)));

        YamlFile.write(garden, folder.resolve("garden.yaml"));

        assertThat(YamlFile.read(folder.resolve("garden.yaml"), Garden.class)).isEqualTo(garden);
    }

    @Test
    void an_unknown_key_is_named_with_its_line_and_the_nearest_known_one() {
        assertThatThrownBy(() -> parse("owner: me", "beds:", "- plant: rose", "  cuont: 3"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("garden.yaml, line 4")
                .hasMessageContaining("'cuont'; did you mean count?")
                .hasMessageContaining("There are: count, plant");
    }

    @Test
    void a_wrong_value_is_named_with_its_line() {
        assertThatThrownBy(() -> parse("owner: me", "beds:", "- plant: rose", "  count: many"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("garden.yaml, line 4");
        assertThatThrownBy(() -> parse("beds:", "- count: 0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("a bed has at least 1 plant, not 0");
    }

    @Test
    void what_is_no_yaml_and_what_is_nothing_is_refused() {
        assertThatThrownBy(() -> parse("owner: [")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> parse("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_huge_file_is_refused_unread(@TempDir Path folder) throws IOException {
        Path huge = folder.resolve("huge.yaml");
        Files.write(huge, new byte[(1 << 20) + 1]);

        assertThatThrownBy(() -> YamlFile.read(huge, Garden.class)).hasMessageContaining("larger than");
    }
}
