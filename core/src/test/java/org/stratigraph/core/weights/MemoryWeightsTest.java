package org.stratigraph.core.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stratigraph.core.files.SafeTensorsWriter;
import org.stratigraph.core.image.Tensor;

class MemoryWeightsTest {
    private static final Tensor NUMBERS = Tensor.of(new float[] {1, 2, 3}, 3);

    @TempDir
    private Path folder;

    @Test
    void weights_in_no_file_tell_their_tensors_and_their_digest() {
        MemoryWeights weights = new MemoryWeights("a training", Map.of("fc.bias", NUMBERS), Map.of("side", "64"));

        assertThat(weights.names()).containsExactly("fc.bias");
        assertThat(weights.shape("fc.bias")).containsExactly(3);
        assertThat(weights.metadata()).containsEntry("side", "64");
        assertThat(weights.sha256()).hasSize(64).isNotEqualTo(other().sha256());
        assertThatThrownBy(() -> weights.tensor("fc.weight"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("a training has no tensor 'fc.weight'; it has [fc.bias]");
    }

    @Test
    void a_files_content_in_memory_reads_like_the_file() throws IOException {
        Path file = folder.resolve("weights.safetensors");
        new SafeTensorsWriter()
                .metadata("side", "64")
                .addHalf("w", NUMBERS)
                .add("b", NUMBERS)
                .write(file);
        WeightsSource onDisk = SafeTensorsWeights.open(file);
        WeightsSource inMemory = SafeTensorsWeights.of("bundled", Files.readAllBytes(file));

        assertThat(inMemory.names()).containsExactlyElementsOf(onDisk.names());
        assertThat(inMemory.sha256()).isEqualTo(onDisk.sha256());
        assertThat(inMemory.metadata()).isEqualTo(onDisk.metadata()).containsEntry("side", "64");
        for (String name : onDisk.names()) {
            assertThat(inMemory.tensor(name).toArray())
                    .isEqualTo(onDisk.tensor(name).toArray());
        }
    }

    @Test
    void damaged_content_is_refused_by_name() {
        assertThatThrownBy(() -> SafeTensorsWeights.of("bundled", new byte[] {1, 2, 3}))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("bundled cannot be read as a safetensors file");
    }

    private static MemoryWeights other() {
        return new MemoryWeights("another", Map.of("fc.bias", Tensor.of(new float[] {1, 2, 4}, 3)), Map.of());
    }
}
