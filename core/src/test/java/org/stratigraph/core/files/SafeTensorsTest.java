package org.stratigraph.core.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stratigraph.core.image.Tensor;

class SafeTensorsTest {
    @TempDir
    Path folder;

    @Test
    void what_was_written_is_read_again() throws IOException {
        Path file = folder.resolve("all.safetensors");
        new SafeTensorsWriter()
                .metadata("format", "pt")
                .add("b.weight", Tensor.of(new float[] {1, -2, Float.MIN_VALUE, Float.NaN, -0f, 6}, 2, 3))
                .addIntegers("steps", new long[] {Long.MIN_VALUE}, new int[0])
                .addHalf("a", Tensor.of(new float[] {0.1f, 70000f, -1f}, 3))
                .add("empty", Tensor.of(new float[0], 0, 4))
                .write(file);

        SafeTensors read = SafeTensors.open(file);

        assertThat(read.names()).containsExactly("b.weight", "steps", "a", "empty");
        assertThat(read.metadata()).isEqualTo(Map.of("format", "pt"));
        assertThat(read.shape("b.weight")).containsExactly(2, 3);
        assertThat(read.floats("b.weight").toArray()).containsExactly(1, -2, Float.MIN_VALUE, Float.NaN, -0f, 6);
        assertThat(read.dtype("steps")).isEqualTo("I64");
        assertThat(read.shape("steps")).isEmpty();
        assertThat(read.integers("steps")).containsExactly(Long.MIN_VALUE);
        assertThat(read.dtype("a")).isEqualTo("F16");
        // 0.1 is nearest to 0x1.998p-4 among the float16 numbers.
        assertThat(read.floats("a").toArray()).containsExactly(0x1.998p-4f, Float.POSITIVE_INFINITY, -1f);
        assertThat(read.floats("empty").shape()).containsExactly(0, 4);
    }

    @Test
    void a_file_written_by_hand_is_read() throws IOException {
        String header = "{\"h\":{\"dtype\":\"BF16\",\"shape\":[2],\"data_offsets\":[3,7]},"
                + "\"u\":{\"data_offsets\":[0,3],\"shape\":[1,3],\"dtype\":\"U8\"},"
                + "\"d\":{\"dtype\":\"F64\",\"shape\":[],\"data_offsets\":[7,15]}}";
        Path file = SafeTensorsBytes.write(
                folder, header, HexFormat.of().parseHex("0102ff" + "803f40c0" + "000000000000e0bf"));

        SafeTensors read = SafeTensors.open(file);

        assertThat(read.names()).containsExactly("h", "u", "d");
        assertThat(read.integers("u")).containsExactly(1, 2, 255);
        assertThat(read.floats("h").toArray()).containsExactly(1, -3);
        assertThat(read.floats("d").toArray()).containsExactly(-0.5f);
        assertThat(read.metadata()).isEmpty();
    }

    @Test
    void floats_that_start_at_an_odd_byte_are_read() throws IOException {
        String header = "{\"u\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]},"
                + "\"f\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[1,9]}}";
        Path file = SafeTensorsBytes.write(folder, header, HexFormat.of().parseHex("07" + "0000803f" + "000040c0"));

        assertThat(SafeTensors.open(file).floats("f").toArray()).containsExactly(1, -3);
    }

    @Test
    void a_file_may_hold_nothing() throws IOException {
        Path file = folder.resolve("empty.safetensors");
        new SafeTensorsWriter().write(file);

        assertThat(SafeTensors.open(file).names()).isEmpty();
    }

    @Test
    void an_absent_name_is_answered_with_those_that_exist() throws IOException {
        SafeTensors read = SafeTensors.open(small());

        assertThatThrownBy(() -> read.floats("fc.wieght"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageEndingWith("small.safetensors has no tensor 'fc.wieght'; it has 'fc.weight', 'steps'");
        assertThatThrownBy(() -> read.shape("x")).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> read.integers("x")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void numbers_are_not_read_as_another_kind() throws IOException {
        SafeTensors read = SafeTensors.open(small());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read.floats("steps"))
                .withMessageContaining("tensor 'steps' holds I64 numbers, which are not read as floats");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read.integers("fc.weight"))
                .withMessageContaining("tensor 'fc.weight' holds F32 numbers, which are not read as whole numbers");
    }

    @Test
    void a_file_that_changed_size_is_not_read_on() throws IOException {
        Path file = small();
        SafeTensors read = SafeTensors.open(file);
        Files.write(file, new byte[3]);

        assertThatIOException()
                .isThrownBy(() -> read.floats("fc.weight"))
                .withMessageContaining("small.safetensors had ")
                .withMessageContaining("and has 3 now; open it again");
    }

    private Path small() throws IOException {
        Path file = folder.resolve("small.safetensors");
        new SafeTensorsWriter()
                .add("fc.weight", Tensor.of(new float[] {1}, 1))
                .addIntegers("steps", new long[] {5}, 1)
                .write(file);
        return file;
    }
}
