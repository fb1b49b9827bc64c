package org.stratigraph.core.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stratigraph.core.files.FileDigest;
import org.stratigraph.core.files.SafeTensorsWriter;
import org.stratigraph.core.image.Tensor;

class SafeTensorsFormatTest {
    private final WeightsFormat format = new SafeTensorsFormat();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("net.safetensors");
        new SafeTensorsWriter()
                .addHalf("conv.weight", Tensor.of(new float[] {1, 2}, 2, 1, 1, 1))
                .addIntegers("bn.num_batches_tracked", new long[] {7})
                .write(file);
    }

    @Test
    void weights_are_named_tensors_as_float32() throws IOException {
        WeightsSource weights = format.open(file);

        assertThat(weights.description()).isEqualTo(file.toString());
        assertThat(weights.names()).containsExactly("conv.weight", "bn.num_batches_tracked");
        assertThat(weights.shape("conv.weight")).containsExactly(2, 1, 1, 1);
        assertThat(weights.shape("bn.num_batches_tracked")).isEmpty();
        assertThat(weights.tensor("conv.weight").toArray()).containsExactly(1, 2);
        assertThat(weights.sha256()).isEqualTo(new FileDigest(file).sha256());
    }

    @Test
    void what_is_no_weight_is_refused() throws IOException {
        WeightsSource weights = format.open(file);

        assertThatIllegalArgumentException().isThrownBy(() -> weights.tensor("bn.num_batches_tracked"));
        assertThatThrownBy(() -> weights.tensor("fc")).isInstanceOf(NoSuchElementException.class);
        assertThatIOException().isThrownBy(() -> format.open(folder.resolve("none.safetensors")));
    }

    @Test
    void a_file_that_vanished_is_told_when_it_is_read() throws IOException {
        WeightsSource weights = format.open(file);
        Files.delete(file);

        assertThatThrownBy(() -> weights.tensor("conv.weight")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void a_file_is_known_by_its_name_or_its_first_bytes() throws IOException {
        byte[] start = Files.readAllBytes(file);

        assertThat(format.accepts(Path.of("x.safetensors"), new byte[0])).isTrue();
        assertThat(format.accepts(Path.of("x.bin"), start)).isTrue();
        assertThat(format.accepts(Path.of("x.pth"), "PK\3\4 and so on".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(format.accepts(Path.of("x"), new byte[0])).isFalse();
    }
}
