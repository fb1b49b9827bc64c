package org.stratigraph.zoo.pth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.razorvine.pickle.Unpickler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pickles that want to run something, or to take all time or memory. */
class MaliciousPickleTest {
    private static final long[] SCALAR = {};

    private static final class BaseTable extends Unpickler {
        static Set<String> names() {
            return Set.copyOf(objectConstructors.keySet());
        }
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "os, system",
        "posix, system",
        "builtins, eval",
        "builtins, getattr",
        "__builtin__, eval",
        "subprocess, Popen",
        "torch, load",
        "torch._utils, _rebuild_qtensor",
        "torch.storage, _load_from_bytes",
        "torchvision.models.vgg, VGG",
        "java.lang, Runtime",
        // near misses of what is allowed
        "torch, FloatTensor",
        "Torch, FloatStorage",
        "collections, OrderedDict.__reduce__",
        "collections, ''"
    })
    void any_name_but_those_of_a_state_dict_is_refused(String module, String name) throws IOException {
        String told =
                "it asks Python for '" + module + "." + name + "', which a state dict does not need; nothing was run";
        PickleBytes called = new PickleBytes()
                .global(module, name)
                .raw('(')
                .text("touch /tmp/x")
                .raw('t', 'R');

        refused(called.end(), told);
        refused(new PickleBytes().text(module).text(name).raw(0x93).end(), told); // STACK_GLOBAL
    }

    @Test
    void no_name_that_the_base_class_knows_by_itself_is_looked_up_there() throws IOException {
        assertThat(BaseTable.names()).contains("decimal.Decimal", "_codecs.encode", "copy_reg._reconstructor");
        for (String global : BaseTable.names()) {
            int dot = global.lastIndexOf('.');
            byte[] pickle = new PickleBytes()
                    .global(global.substring(0, dot), global.substring(dot + 1))
                    .raw(')', 'R')
                    .end();
            refused(pickle, "it asks Python for '" + global + "'");
        }
    }

    @Test
    void what_others_registered_with_the_base_class_is_never_called() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        Unpickler.registerConstructor("registered", "elsewhere", arguments -> calls.incrementAndGet());
        byte[] pickle = new PickleBytes()
                .global("registered", "elsewhere")
                .raw(')', 'R')
                .end();

        assertThat(new Unpickler().loads(pickle)).isEqualTo(1);
        refused(pickle, "it asks Python for 'registered.elsewhere'");
        assertThat(calls).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            chars = {'i', 'o', 0x81, 0x92, 0x82, 0x83, 0x84, 'P', '0', '1', '2', 'B', 'C', 0x8e, 0x96, 'l', 'd', 0x8f})
    void an_instruction_that_torch_never_writes_is_refused(char instruction) throws IOException {
        refused(
                new PickleBytes().raw(instruction).end(),
                "its pickle has the instruction " + (int) instruction + ", which a state dict does not need");
    }

    @Test
    void only_functions_are_called() throws IOException {
        refused(
                new PickleBytes().global("torch", "FloatStorage").raw(')', 'R').end(),
                "it calls something that is no function");
        refused(new PickleBytes().text("eval").raw(')', 'R').end(), "it calls something that is no function");
        refused(
                new PickleBytes().global("torch", "Size").raw(']', 'R').end(),
                "it calls something that is no function");
    }

    @Test
    void functions_get_the_arguments_they_need() throws IOException {
        refused(called("collections", "OrderedDict", "x"), "it makes an OrderedDict from arguments");
        refused(called("torch", "Size", "x"), "it makes a torch.Size from something that is no tuple");
        refused(
                called("torch._utils", "_rebuild_parameter", "x"),
                "it rebuilds a parameter from something that is no tensor");
        refused(called("torch._utils", "_rebuild_tensor_v2", "x"), "it rebuilds a tensor without a storage");
    }

    @Test
    void numbers_of_a_tensor_are_whole_numbers() throws IOException {
        PickleBytes tensor =
                new PickleBytes().global("torch._utils", "_rebuild_tensor_v2").raw('(');
        tensor.storage("FloatStorage", "0", 1).raw(0x88).numbers(1).numbers(1).raw('t', 'R');
        refused(tensor.end(), "it has something else where a whole number of at most 64 bits must stand");

        PickleBytes huge = new PickleBytes().raw('(').text("storage").global("torch", "FloatStorage");
        huge.text("0").text("cpu").raw(0x8a, 9, 0, 0, 0, 0, 0, 0, 0, 0, 1).raw('t', 'Q'); // 2^64
        refused(huge.end(), "it has something else where a whole number of at most 64 bits must stand");

        PickleBytes list =
                new PickleBytes().global("torch._utils", "_rebuild_tensor_v2").raw('(');
        list.storage("FloatStorage", "0", 1).number(0).raw(']').raw(']').raw('t', 'R');
        refused(list.end(), "it has something else where a tuple of whole numbers must stand");
    }

    @Test
    void only_storages_lie_outside_the_pickle() throws IOException {
        String told = "it refers to something outside the pickle that is no storage of a tensor";
        refused(new PickleBytes().text("file:///etc/passwd").raw('Q').end(), told);
        refused(
                new PickleBytes()
                        .raw('(')
                        .text("module")
                        .text("a")
                        .text("b")
                        .text("c")
                        .number(1)
                        .raw('t', 'Q')
                        .end(),
                told);
    }

    @Test
    void state_is_set_on_dicts_only() throws IOException {
        PickleBytes tensor = new PickleBytes().tensor("FloatStorage", "0", 1, 0, SCALAR, SCALAR);
        refused(tensor.raw('}', 'b').end(), "it sets the state of something that is no dict");
    }

    @Test
    void entries_go_into_dicts_under_plain_keys() throws IOException {
        refused(new PickleBytes().raw(']', 'N', 'N', 's').end(), "it puts an entry into something that is no dict");
        refused(
                new PickleBytes().raw('}', 'N', 'N', 's').end(),
                "it has a dict with keys that are neither texts nor numbers");
    }

    /** Each list holds the one before it twice: hashing the last would take 2^60 steps. */
    @Test
    void a_nested_key_is_never_hashed() throws IOException {
        PickleBytes pickle = new PickleBytes().raw(']', 'q', 0);
        for (int level = 0; level < 60; level++) {
            pickle.raw(']', 'h', level, 'a', 'h', level, 'a', 'q', level + 1);
        }
        pickle.raw('}', 'h', 60, 'N', 's');
        refused(pickle.end(), "it has a dict with keys that are neither texts nor numbers");
    }

    @Test
    void a_nested_value_is_never_walked() throws IOException {
        PickleBytes pickle = new PickleBytes().raw('}').text("w").raw(']', 'q', 0, 'h', 0, 'a'); // a list in itself
        for (int level = 0; level < 100_000; level++) {
            pickle.raw(0x85); // a tuple around it
        }
        refused(pickle.raw('s').end(), "its entry 'w' is a list, not a tensor with a name");
    }

    @Test
    void a_claimed_length_is_not_allocated() throws IOException {
        refused(
                new PickleBytes().raw('X', 0xff, 0xff, 0xff, 0xff).end(),
                "its pickle claims a text of 4294967295 bytes, but only 1 follow");
    }

    @Test
    void the_number_of_instructions_is_bounded() throws IOException {
        byte[] pickle = new byte[2_000_001];
        Arrays.fill(pickle, (byte) ']');
        refused(pickle, "its pickle has more than the 2000000 instructions allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "t.", "u.", "R.", "s.", "a.", "h\7.", "(u.", "}(Nu.", "X\1", "c", "}b."})
    void a_pickle_that_makes_no_sense_is_refused(String instructions) {
        byte[] pickle = instructions.getBytes(StandardCharsets.ISO_8859_1);
        assertThatIOException().isThrownBy(() -> SafeUnpickler.read(pickle));
    }

    @Test
    void a_pickle_cut_or_changed_anywhere_is_read_or_refused_but_never_crashes() {
        byte[] sound = PickleBytes.stateDict()
                .text("w")
                .tensor("FloatStorage", "0", 1, 0, new long[] {1}, new long[] {1})
                .endOfStateDict();
        for (int at = 0; at < sound.length; at++) {
            byte[] cut = Arrays.copyOf(sound, at);
            assertThatIOException().isThrownBy(() -> SafeUnpickler.read(cut));
            for (int value = 0; value < 256; value++) {
                byte[] changed = sound.clone();
                changed[at] = (byte) value;
                Throwable problem = catchThrowable(() -> StateDict.find(SafeUnpickler.read(changed)));
                assertThat(problem == null || problem instanceof IOException).isTrue();
            }
        }
    }

    private static byte[] called(String module, String name, String argument) {
        return new PickleBytes()
                .global(module, name)
                .text(argument)
                .raw(0x85, 'R')
                .end();
    }

    private void refused(byte[] pickle, String problem) throws IOException {
        Path file = new PthFile().pickle(pickle).write(folder);
        assertThatIOException()
                .isThrownBy(() -> PthWeights.open(file))
                .withMessageContaining("test.pth cannot be read as PyTorch weights: " + problem);
    }
}
