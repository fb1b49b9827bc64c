package org.stratigraph.zoo.pth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PthFormatTest {
    private static final byte[] NOTHING = {};

    private final PthFormat format = new PthFormat();

    @TempDir
    Path folder;

    @Test
    void a_file_is_known_by_its_name() {
        assertThat(format.accepts(Path.of("net.pth"), NOTHING)).isTrue();
        assertThat(format.accepts(Path.of("net.pt"), NOTHING)).isTrue();
        assertThat(format.accepts(Path.of("net.safetensors"), NOTHING)).isFalse();
    }

    @Test
    void a_file_is_known_by_its_first_bytes() throws IOException {
        byte[] torch = Files.readAllBytes(new PthFile().pickle(NOTHING).write(folder));
        byte[] jar = Files.readAllBytes(
                new PthFile().entry("META-INF/MANIFEST.MF", "").write(folder));
        byte[] legacy = HexFormat.of().parseHex("80028a0a6cfc9c46f9206aa850192e8002");

        assertThat(format.accepts(Path.of("checkpoint"), torch)).isTrue();
        assertThat(format.accepts(Path.of("checkpoint"), legacy)).isTrue();
        assertThat(format.accepts(Path.of("library"), jar)).isFalse();
        assertThat(format.accepts(Path.of("empty"), NOTHING)).isFalse();
    }
}
