package org.stratigraph.core.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stratigraph.core.image.Tensor;

class SafeTensorsWriterTest {
    private static final Tensor ONE = Tensor.of(new float[] {1}, 1);

    @TempDir
    Path folder;

    @Test
    void a_file_is_a_length_a_padded_header_and_the_numbers_widest_first() throws IOException {
        byte[] bytes = written(new SafeTensorsWriter()
                .metadata("k", "a \"quoted\" v")
                .addHalf("h", ONE)
                .add("f", Tensor.of(new float[] {1, -3}, 2, 1))
                .addIntegers("i", new long[] {-2}));

        String header = "{\"__metadata__\":{\"k\":\"a \\\"quoted\\\" v\"},"
                + "\"h\":{\"dtype\":\"F16\",\"shape\":[1],\"data_offsets\":[16,18]},"
                + "\"f\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[8,16]},"
                + "\"i\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[0,8]}}";
        int padded = (header.length() + 7) / 8 * 8;
        assertThat(HexFormat.of().formatHex(bytes, 0, 8)).isEqualTo("%02x00000000000000".formatted(padded));
        assertThat(new String(bytes, 8, padded, StandardCharsets.UTF_8))
                .isEqualTo(header + " ".repeat(padded - header.length()));
        assertThat(HexFormat.of().formatHex(bytes, 8 + padded, bytes.length))
                .isEqualTo("feffffffffffffff" + "0000803f" + "000040c0" + "003c");
    }

    @Test
    void the_header_ends_at_a_multiple_of_eight_whatever_its_length() throws IOException {
        for (int length = 1; length <= 8; length++) {
            byte[] bytes = written(new SafeTensorsWriter().metadata("k".repeat(length), ""));
            assertThat(bytes.length % 8).isZero();
        }
    }

    @Test
    void numbers_that_fill_more_than_one_chunk_are_all_written() throws IOException {
        float[] many = new float[70_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = i;
        }
        Path file = folder.resolve("many.safetensors");
        new SafeTensorsWriter().add("many", Tensor.of(many, 70, 1000)).write(file);

        assertThat(SafeTensors.open(file).floats("many").toArray()).isEqualTo(many);
    }

    @Test
    void names_in_any_script_survive() throws IOException {
        Path file = folder.resolve("names.safetensors");
        new SafeTensorsWriter().add("größe/層 \\ \"x\"", ONE).write(file);

        assertThat(SafeTensors.open(file).names()).containsExactly("größe/層 \\ \"x\"");
    }

    @Test
    void a_name_is_used_once() {
        SafeTensorsWriter writer = new SafeTensorsWriter().add("w", ONE).metadata("k", "v");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.addHalf("w", ONE))
                .withMessage("tensor 'w' was added before");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.metadata("k", "v"))
                .withMessage("the note 'k' was added before");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.add("__metadata__", ONE))
                .withMessage("__metadata__ is the format's own name; use metadata(key, value)");
    }

    @Test
    void whole_numbers_must_fill_their_shape() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SafeTensorsWriter().addIntegers("i", new long[] {1, 2, 3}, 2, 2))
                .withMessage("tensor 'i': shape (2, 2) holds 4 numbers, given 3");
    }

    private byte[] written(SafeTensorsWriter writer) throws IOException {
        Path file = folder.resolve("test.safetensors");
        writer.write(file);
        return Files.readAllBytes(file);
    }
}
