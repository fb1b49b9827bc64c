package org.stratigraph.zoo.pth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stratigraph.core.weights.WeightsSource;

/** Small files whose numbers can be followed by eye. */
class PthWeightsTest {
    /** 0, 1, 2, 3, 4, 5 as float32. */
    private static final String SIX = "00000000" + "0000803f" + "00000040" + "00004040" + "00008040" + "0000a040";

    private static final long[] SCALAR = {};

    @TempDir
    Path folder;

    @Test
    void a_state_dict_is_read_in_its_order() throws IOException {
        WeightsSource weights = opened(PickleBytes.stateDict()
                .text("fc.weight")
                .tensor("FloatStorage", "0", 6, 0, dims(2, 3), dims(3, 1))
                .text("bn.num_batches_tracked")
                .tensor("LongStorage", "1", 1, 0, SCALAR, SCALAR)
                .text("fc.bias")
                .tensor("HalfStorage", "2", 2, 0, dims(2), dims(1))
                .endOfStateDict());

        assertThat(weights.description()).endsWith("test.pth");
        assertThat(weights.names()).containsExactly("fc.weight", "bn.num_batches_tracked", "fc.bias");
        assertThat(weights.shape("fc.weight")).containsExactly(2, 3);
        assertThat(weights.shape("bn.num_batches_tracked")).isEmpty();
        assertThat(weights.tensor("fc.weight").shape()).containsExactly(2, 3);
        assertThat(weights.tensor("fc.weight").toArray()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(weights.tensor("fc.bias").toArray()).containsExactly(1, -2);
        assertThat(weights.sha256()).hasSize(64);
    }

    @Test
    void tensors_may_share_a_storage_and_start_inside_it() throws IOException {
        WeightsSource weights = opened(PickleBytes.stateDict()
                .text("a")
                .tensor("FloatStorage", "0", 6, 1, dims(2), dims(1))
                .text("b")
                .tensor("FloatStorage", "0", 6, 2, dims(2, 2), dims(2, 1))
                .endOfStateDict());

        assertThat(weights.tensor("a").toArray()).containsExactly(1, 2);
        assertThat(weights.tensor("b").toArray()).containsExactly(2, 3, 4, 5);
    }

    @Test
    void any_strides_become_row_major() throws IOException {
        WeightsSource weights = opened(PickleBytes.stateDict()
                .text("transposed")
                .tensor("FloatStorage", "0", 6, 0, dims(3, 2), dims(1, 3))
                .text("every second")
                .tensor("FloatStorage", "0", 6, 1, dims(3), dims(2))
                .text("channels last") // (1, 2, 1, 3) with the channels beside each other
                .tensor("FloatStorage", "0", 6, 0, dims(1, 2, 1, 3), dims(6, 1, 6, 2))
                .text("one long axis of length one")
                .tensor("FloatStorage", "0", 6, 0, dims(1, 6), dims(99, 1))
                .text("overlapping")
                .tensor("FloatStorage", "0", 6, 0, dims(2, 2), dims(1, 1))
                .endOfStateDict());

        assertThat(weights.tensor("transposed").toArray()).containsExactly(0, 3, 1, 4, 2, 5);
        assertThat(weights.tensor("every second").toArray()).containsExactly(1, 3, 5);
        assertThat(weights.tensor("channels last").toArray()).containsExactly(0, 2, 4, 1, 3, 5);
        assertThat(weights.tensor("one long axis of length one").toArray()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(weights.tensor("overlapping").toArray()).containsExactly(0, 1, 1, 2);
    }

    @Test
    void a_tensor_may_be_empty() throws IOException {
        WeightsSource weights = opened(PickleBytes.stateDict()
                .text("none")
                .tensor("FloatStorage", "0", 6, 0, dims(0, 3), dims(3, 1))
                .endOfStateDict());

        assertThat(weights.tensor("none").shape()).containsExactly(0, 3);
    }

    @Test
    void a_storage_larger_than_one_chunk_is_read_whole() throws IOException {
        byte[] pickle = PickleBytes.stateDict()
                .text("w")
                .tensor("BFloat16Storage", "big", 100_000, 1, dims(99_999), dims(1))
                .endOfStateDict();
        String hex = "803f".repeat(99_999) + "0040";
        WeightsSource weights =
                PthWeights.open(new PthFile().pickle(pickle).storage("big", hex).write(folder));

        float[] numbers = weights.tensor("w").toArray();
        assertThat(numbers).hasSize(99_999).endsWith(1f, 2f);
    }

    @Test
    void a_parameter_is_its_data() throws IOException {
        WeightsSource weights = opened(PickleBytes.stateDict()
                .text("w")
                .global("torch._utils", "_rebuild_parameter")
                .raw('(')
                .tensor("FloatStorage", "0", 6, 0, dims(1), dims(1))
                .raw(0x88)
                .global("collections", "OrderedDict")
                .raw(')', 'R', 't', 'R')
                .endOfStateDict());

        assertThat(weights.tensor("w").toArray()).containsExactly(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state_dict", "model_state_dict", "model"})
    void a_checkpoint_keeps_its_weights_under_a_usual_key(String key) throws IOException {
        WeightsSource weights = opened(new PickleBytes()
                .raw('}', '(')
                .text("best accuracy")
                .tensor("FloatStorage", "0", 6, 1, SCALAR, SCALAR)
                .text("epoch")
                .number(90)
                .text(key)
                .raw('}')
                .text("w")
                .tensor("FloatStorage", "0", 6, 2, dims(1), dims(1))
                .raw('s')
                .text("optimizer") // numbers as keys, lists, None, floats
                .raw('}', 'K', 0, ']', 'N', 'a', 'G', 0x3f, 0xf0, 0, 0, 0, 0, 0, 0, 'a', 's', 'u')
                .end());

        assertThat(weights.names()).containsExactly("w");
        assertThat(weights.tensor("w").toArray()).containsExactly(2);
    }

    @Test
    void protocol_4_is_read_too() throws IOException {
        WeightsSource weights = opened(new PickleBytes()
                .raw(0x80, 4) // PROTO
                .raw(0x95, 0, 0, 0, 0, 0, 0, 0, 0) // FRAME
                .text("collections")
                .raw(0x94) // MEMOIZE
                .text("OrderedDict")
                .raw(0x93, ')', 'R', '(') // STACK_GLOBAL
                .raw(0x8c, 1, 'w') // SHORT_BINUNICODE
                .tensor("FloatStorage", "0", 6, 3, dims(1), dims(1))
                .endOfStateDict());

        assertThat(weights.tensor("w").toArray()).containsExactly(3);
    }

    @ParameterizedTest
    @CsvSource({
        "DoubleStorage, 000000000000f83f, 1.5",
        "FloatStorage, 0000c03f, 1.5",
        "HalfStorage, 003e, 1.5",
        "BFloat16Storage, c03f, 1.5"
    })
    void every_float_type_becomes_float32(String type, String hex, float value) throws IOException {
        assertThat(scalar(type, hex).tensor("w").toArray()).containsExactly(value);
    }

    @ParameterizedTest
    @CsvSource({
        "LongStorage, 0100000000000000, I64",
        "IntStorage, 01000000, I32",
        "ShortStorage, 0100, I16",
        "CharStorage, 01, I8",
        "ByteStorage, 01, U8",
        "BoolStorage, 01, BOOL"
    })
    void whole_numbers_are_listed_but_are_no_weights(String type, String hex, String told) throws IOException {
        WeightsSource weights = scalar(type, hex);

        assertThat(weights.shape("w")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> weights.tensor("w"))
                .withMessageContaining("test.pth: tensor 'w' holds " + told + " numbers, which are not read as floats");
    }

    @Test
    void an_absent_name_is_answered_with_those_that_exist() throws IOException {
        WeightsSource weights = scalar("FloatStorage", "0000c03f");

        assertThatThrownBy(() -> weights.tensor("v"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageEndingWith("test.pth has no tensor 'v'; it has 'w'");
        assertThatThrownBy(() -> weights.shape("v")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void a_file_that_changed_is_not_read_on() throws IOException {
        WeightsSource weights = scalar("FloatStorage", "0000c03f");
        new PthFile().entry("archive/other", "x").write(folder);

        assertThatThrownBy(() -> weights.tensor("w"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("test.pth: tensor 'w': it changed after it was opened; open it again");
        Files.delete(folder.resolve("test.pth"));
        assertThatThrownBy(() -> weights.tensor("w")).isInstanceOf(UncheckedIOException.class);
    }

    private WeightsSource scalar(String type, String hex) throws IOException {
        byte[] pickle = PickleBytes.stateDict()
                .text("w")
                .tensor(type, "0", 1, 0, SCALAR, SCALAR)
                .endOfStateDict();
        return PthWeights.open(new PthFile().pickle(pickle).storage("0", hex).write(folder));
    }

    /** Storages 0: 0 to 5, 1: the int64 7, 2: the float16 1 and -2. */
    private WeightsSource opened(byte[] pickle) throws IOException {
        return PthWeights.open(new PthFile()
                .pickle(pickle)
                .storage("0", SIX)
                .storage("1", "0700000000000000")
                .storage("2", "003c00c0")
                .write(folder));
    }

    private static long[] dims(long... lengths) {
        return lengths;
    }
}
