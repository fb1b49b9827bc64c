package org.stratigraph.zoo.pth;

import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of another kind, and tensors that do not lie in their storages. */
class DamagedPthTest {
    private static final byte[] EMPTY = PickleBytes.stateDict().endOfStateDict();
    private static final long MOST = Long.MAX_VALUE;

    @TempDir
    Path folder;

    @Test
    void a_missing_file_is_named() {
        assertThatIOException()
                .isThrownBy(() -> PthWeights.open(folder.resolve("none.pth")))
                .isInstanceOf(NoSuchFileException.class)
                .withMessageContaining("none.pth: there is no such file");
    }

    @Test
    void a_file_that_is_no_zip_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("test.pth"), "<html>not found</html>");
        refused(file, "it is no zip file, as torch.save writes since torch 1.6");
    }

    @Test
    void the_format_before_torch_1_6_is_refused_with_the_way_out() throws IOException {
        byte[] start = HexFormat.of().parseHex("80028a0a6cfc9c46f9206aa850192e80024de9032e");
        refused(
                Files.write(folder.resolve("test.pth"), start),
                "it is in the format torch.save had before torch 1.6; load it in PyTorch and save it again with"
                        + " torch.save(state_dict, path), or as safetensors");
    }

    @Test
    void a_zip_that_is_cut_short_is_refused() throws IOException {
        Path file = new PthFile().pickle(EMPTY).write(folder);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        refused(file, "its zip archive is cut short or damaged");
    }

    @Test
    void a_zip_of_something_else_is_refused() throws IOException {
        refused(
                new PthFile().entry("a.txt", "a").entry("b/c/data.pkl", EMPTY).write(folder),
                "it must have one entry FOLDER/data.pkl, as torch.save writes; it has 'a.txt', 'b/c/data.pkl'");
    }

    @Test
    void a_zip_with_two_pickles_is_refused() throws IOException {
        refused(
                new PthFile().pickle(EMPTY).entry("other/data.pkl", EMPTY).write(folder),
                "it must have one entry FOLDER/data.pkl");
    }

    @Test
    void a_torch_script_archive_is_refused_with_the_way_out() throws IOException {
        String told = "it is a TorchScript archive, a program with its weights; save the weights alone with";
        refused(new PthFile().pickle(EMPTY).entry("archive/constants.pkl", "").write(folder), told);
        refused(
                new PthFile()
                        .pickle(EMPTY)
                        .entry("archive/code/__torch__.py", "")
                        .write(folder),
                told);
    }

    @Test
    void big_endian_numbers_are_refused() throws IOException {
        refused(
                new PthFile().pickle(EMPTY).entry("archive/byteorder", "big").write(folder),
                "its numbers are in 'big' byte order; only little can be read");
    }

    @Test
    void a_byte_order_of_any_length_is_not_read() throws IOException {
        refused(
                new PthFile()
                        .pickle(EMPTY)
                        .entry("archive/byteorder", "x".repeat(65))
                        .write(folder),
                "its entry archive/byteorder has 65 bytes, more than the 64 allowed");
    }

    @Test
    void a_compressed_entry_is_refused() throws IOException {
        refused(
                new PthFile().pickle(EMPTY).storage("0", "00".repeat(100_000)).write(folder, ZipEntry.DEFLATED),
                "its zip entry 'archive/data.pkl' is compressed, which torch.save never does");
    }

    @Test
    void an_entry_larger_than_the_file_is_refused() throws IOException {
        Path file = new PthFile().pickle(EMPTY).storage("0", "ff").write(folder);
        byte[] bytes = Files.readAllBytes(file);
        int name = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("archive/data/0");
        // In the zip's directory the two sizes lie 26 and 22 bytes before the name.
        for (int size : new int[] {name - 26, name - 22}) {
            Arrays.fill(bytes, size, size + 3, (byte) 0xff);
        }
        refused(
                Files.write(file, bytes),
                "its zip entry 'archive/data/0' claims 16777215 bytes, but the whole file has ");
    }

    @Test
    void a_pickle_larger_than_any_state_dict_needs_is_refused() throws IOException {
        refused(
                new PthFile().pickle(new byte[(1 << 26) + 1]).write(folder),
                "its entry archive/data.pkl has 67108865 bytes, more than the 67108864 allowed");
    }

    @Test
    void more_entries_than_any_network_needs_are_refused() throws IOException {
        PthFile many = new PthFile();
        for (int i = 0; i <= 100_000; i++) {
            many.entry("archive/data/" + i, "");
        }
        refused(many.write(folder), "it has 100001 zip entries, more than the 100000 allowed");
    }

    @Test
    void two_entries_of_one_name_are_refused() throws IOException {
        Path file = new PthFile()
                .pickle(EMPTY)
                .storage("0", "ff")
                .storage("1", "ff")
                .write(folder);
        String renamed = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).replace("data/1", "data/0");
        Files.write(file, renamed.getBytes(StandardCharsets.ISO_8859_1));
        refused(file, "it has two zip entries named 'archive/data/0'");
    }

    @Test
    void something_other_than_a_state_dict_is_refused() throws IOException {
        refused(pickled(new PickleBytes().raw(']').end()), "it holds a list, not a state dict; save one with");
        refused(pickled(new PickleBytes().text("x").end()), "it holds a text, not a state dict");
        refused(pickled(new PickleBytes().raw('N').end()), "it holds None, not a state dict");
        refused(pickled(EMPTY), "its state dict is empty");
        refused(
                pickled(new PickleBytes()
                        .raw('}')
                        .text("epoch")
                        .number(3)
                        .raw('s')
                        .end()),
                "its entry 'epoch' is a number, not a tensor with a name; a state dict has only tensors, or is kept"
                        + " under one of the keys 'state_dict', 'model_state_dict', 'model'");
        refused(
                pickled(new PickleBytes().raw('}').number(3).raw('}', 's').end()),
                "its entry '3' is a dict, not a tensor with a name");
    }

    @Test
    void a_storage_that_is_not_there_is_named() throws IOException {
        String told =
                "tensor 'w': its storage 'archive/data/../0' is not in the file: the file is cut short or damaged";
        refused(tensor("../0", 2, 0, dims(2), dims(1)), told);
    }

    @Test
    void a_storage_of_another_size_is_refused() throws IOException {
        String told = "tensor 'w': its storage claims %d numbers of F32, but has 8 bytes in the file";
        refused(tensor("0", 3, 0, dims(2), dims(1)), told.formatted(3));
        refused(tensor("0", 1, 0, dims(1), dims(1)), told.formatted(1));
        refused(tensor("0", -2, 0, dims(2), dims(1)), told.formatted(-2));
        refused(tensor("0", 1L << 62, 0, dims(2), dims(1)), "tensor 'w': its shape [2] with strides [1] overflows");
    }

    @Test
    void a_tensor_that_leaves_its_storage_is_refused() throws IOException {
        refused(tensor("0", 2, 1, dims(2), dims(1)), "tensor 'w': it ends at number 3 of a storage of 2");
        refused(tensor("0", 2, 0, dims(2), dims(2)), "tensor 'w': it ends at number 3 of a storage of 2");
        refused(tensor("0", 2, 0, dims(3), dims(1)), "tensor 'w': it ends at number 3 of a storage of 2");
        refused(tensor("0", 2, 3, dims(0), dims(1)), "tensor 'w': it ends at number 3 of a storage of 2");
    }

    @Test
    void negative_numbers_are_refused() throws IOException {
        refused(tensor("0", 2, -1, dims(2), dims(1)), "tensor 'w': its offset -1, shape [2] and strides [1] must not");
        refused(tensor("0", 2, 1, dims(2), dims(-1)), "tensor 'w': its offset 1, shape [2] and strides [-1] must not");
        refused(tensor("0", 2, 0, dims(-2), dims(1)), "tensor 'w': its offset 0, shape [-2] and strides [1] must not");
    }

    @Test
    void overflows_are_refused() throws IOException {
        refused(
                tensor("0", 2, 0, dims(1L << 31), dims(0)),
                "tensor 'w': its shape [2147483648] with strides [0] overflows");
        refused(
                tensor("0", 2, 0, dims(3), dims(MOST)),
                "tensor 'w': its shape [3] with strides [" + MOST + "] overflows");
        refused(tensor("0", 2, MOST, dims(2), dims(1)), "tensor 'w': its shape [2] with strides [1] overflows");
        refused(tensor("0", 2, 0, dims(1 << 30, 1 << 30, 16), dims(0, 0, 0)), "tensor 'w': its shape [1073741824, ");
    }

    @Test
    void a_shape_has_a_stride_for_each_axis() throws IOException {
        String told = "tensor 'w': it has %d axes and %d strides; they must be as many, and at most 64";
        refused(tensor("0", 2, 0, dims(2), dims(1, 1)), told.formatted(1, 2));
        refused(tensor("0", 2, 0, new long[65], new long[65]), told.formatted(65, 65));
    }

    @Test
    void a_tensor_does_not_repeat_its_storage() throws IOException {
        refused(
                tensor("0", 2, 0, dims(1_000_000, 1000), dims(0, 0)),
                "tensor 'w': it repeats the 2 numbers of its storage to make 1000000000; save it with .contiguous()");
    }

    private Path tensor(String key, long count, long offset, long[] shape, long[] strides) throws IOException {
        return pickled(PickleBytes.stateDict()
                .text("w")
                .tensor("FloatStorage", key, count, offset, shape, strides)
                .endOfStateDict());
    }

    /** With one storage, of two float32 numbers. */
    private Path pickled(byte[] pickle) throws IOException {
        return new PthFile().pickle(pickle).storage("0", "0000803f0000803f").write(folder);
    }

    private static long[] dims(long... lengths) {
        return lengths;
    }

    private static void refused(Path file, String problem) {
        assertThatIOException()
                .isThrownBy(() -> PthWeights.open(file))
                .withMessageContaining("test.pth cannot be read as PyTorch weights: " + problem);
    }
}
