package org.stratigraph.core.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule of the format, broken once. */
class SafeTensorsHostileTest {
    private static final byte[] NONE = {};

    @TempDir
    Path folder;

    @Test
    void a_missing_file_is_named() {
        assertThatIOException()
                .isThrownBy(() -> SafeTensors.open(folder.resolve("none.safetensors")))
                .isInstanceOf(NoSuchFileException.class)
                .withMessageContaining("none.safetensors: there is no such file");
    }

    @Test
    void a_file_too_short_for_its_length_is_refused() throws IOException {
        Path file = Files.write(folder.resolve("test.safetensors"), new byte[7]);
        refused(file, "it has 7 bytes; the length of its header alone takes 8");
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "9223372036854775807, 9223372036854775807", "-1, 18446744073709551615"})
    void a_header_longer_than_the_file_is_refused(long claimed, String told) throws IOException {
        byte[] two = {'{', '}'};
        refused(
                SafeTensorsBytes.write(folder, claimed, two, NONE),
                "it claims a header of " + told + " bytes, but 2 follow");
    }

    @Test
    void a_header_of_more_than_100_megabytes_is_refused() throws IOException {
        Path file = folder.resolve("test.safetensors");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {1, (byte) 0xe1, (byte) 0xf5, 5, 0, 0, 0, 0}));
            channel.position(100_000_100).write(ByteBuffer.wrap(new byte[1])); // a sparse file
        }
        refused(file, "it claims a header of 100000001 bytes, but 100000093 follow and at most 100000000 are allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", " {}", "\"x\""})
    void a_header_that_is_no_object_is_refused(String header) throws IOException {
        refused(header, "the header must begin with '{'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\"", "{\"a\":{\"dtype\":"})
    void a_header_that_breaks_off_is_refused(String header) throws IOException {
        refused(header, "the header ends in the middle of its JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}x", "{}{}", "{'a':1}", "{a:1}", "{/**/}", "{}\0", "{\"__metadata__\":{\"a\":\"\n\"}}"})
    void a_header_that_only_lenient_parsers_read_is_refused(String header) throws IOException {
        refused(header, "the header is not strict JSON, after 0 tensors");
    }

    @Test
    void a_header_that_is_not_utf8_is_refused() throws IOException {
        byte[] header = {'{', '"', (byte) 0xff, '"', '}'};
        refused(SafeTensorsBytes.write(folder, header, NONE), "the header is not UTF-8 text");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]| __metadata__: expected BEGIN_OBJECT, found BEGIN_ARRAY",
                "{\"k\":1}| __metadata__, key 'k': expected STRING, found NUMBER",
                "{\"k\":null}| __metadata__, key 'k': expected STRING, found NULL",
                "{\"k\":\"1\",\"k\":\"2\"}| __metadata__, key 'k' stands there twice",
                "{},\"__metadata__\":{}| __metadata__ stands there twice"
            })
    void metadata_other_than_texts_is_refused(String metadata, String problem) throws IOException {
        refused("{\"__metadata__\":" + metadata + "}", problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1| tensor 'w': expected BEGIN_OBJECT, found NUMBER",
                "{}| tensor 'w' must have dtype, shape and data_offsets, found []",
                "{\"dtype\":\"F32\",\"shape\":[]}| tensor 'w' must have dtype, shape and data_offsets, found [dtype",
                "{\"dtype\":\"F32\",\"extra\":1}| tensor 'w' has 'extra'; only dtype, shape and data_offsets",
                "{\"dtype\":\"F32\",\"dtype\":\"F32\"}| tensor 'w' has dtype twice",
                "{\"dtype\":\"F31\"}| tensor 'w' has the unknown dtype 'F31'; known are [F64, F32, F16, BF16, I64,",
                "{\"dtype\":32}| tensor 'w', dtype: expected STRING, found NUMBER",
                "{\"shape\":2}| tensor 'w', shape: expected BEGIN_ARRAY, found NUMBER",
                "{\"shape\":[\"2\"]}| tensor 'w', shape: expected NUMBER, found STRING",
                "{\"shape\":[[2]]}| tensor 'w', shape: expected NUMBER, found BEGIN_ARRAY",
                "{\"shape\":[-1]}| tensor 'w', shape must hold whole numbers from 0 up, found '-1'",
                "{\"shape\":[2.0]}| tensor 'w', shape must hold whole numbers from 0 up, found '2.0'",
                "{\"shape\":[1e3]}| tensor 'w', shape must hold whole numbers from 0 up, found '1e3'",
                "{\"shape\":[9223372036854775808]}| tensor 'w', shape must hold whole numbers from 0 up, found '92233",
                "{\"data_offsets\":[0,1,2]}| tensor 'w', data_offsets has more than 2 numbers"
            })
    void an_entry_of_another_form_is_refused(String entry, String problem) throws IOException {
        refused("{\"w\":" + entry + "}", problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "F32 | [1] | [0] | tensor 'w', data_offsets must be two numbers, found 1",
                "F32 | [1] | [4,0] | tensor 'w': its data ends at byte 0, before it begins at 4",
                "F32 | [2] | [0,4] | tensor 'w': the shape [2] of F32 numbers needs 8 bytes, but",
                "F16 | [] | [0,4] | tensor 'w': the shape [] of F16 numbers needs 2 bytes, but data_offsets gives it 4",
                "U8 | [0] | [0,4] | tensor 'w': the shape [0] of U8 numbers needs 0 bytes, but data_offsets gives it 4",
                "U8 | [4294967296] | [0,4] | tensor 'w': the shape [4294967296] has a length above 2147483647",
                "F32 | [65536,65536,65536,65536] | [0,4] | tensor 'w': the shape [65536, 65536, 65536, 65536] over",
                "U8 | [2147483647,2] | [0,4294967294] | tensor 'w': its 4294967294 bytes are more than the 2147483647",
                "F32 | [2] | [0,8] | tensor 'w' ends at byte 8 of 4 bytes of data: the file is cut short or damaged"
            })
    void a_tensor_that_does_not_fit_is_refused(String type, String shape, String offsets, String problem)
            throws IOException {
        String header = "{" + entry("w", type, shape, offsets) + "}";
        refused(SafeTensorsBytes.write(folder, header, new byte[4]), problem);
    }

    @Test
    void tensors_that_overlap_are_refused() throws IOException {
        String header = "{" + entry("a", "U8", "[3]", "[0,3]") + "," + entry("b", "U8", "[2]", "[2,4]") + "}";
        refused(
                SafeTensorsBytes.write(folder, header, new byte[4]),
                "tensor 'b' begins at byte 2, but the tensor before it ends at 3: tensors must not overlap");
    }

    @Test
    void a_hole_between_tensors_is_refused() throws IOException {
        String header = "{" + entry("b", "U8", "[1]", "[3,4]") + "," + entry("a", "U8", "[2]", "[0,2]") + "}";
        refused(
                SafeTensorsBytes.write(folder, header, new byte[4]),
                "tensor 'b' begins at byte 3, but the tensor before it ends at 2: there must be no hole");
    }

    @Test
    void bytes_that_belong_to_no_tensor_are_refused() throws IOException {
        String header = "{" + entry("a", "U8", "[2]", "[0,2]") + "}";
        refused(SafeTensorsBytes.write(folder, header, new byte[5]), "3 bytes after the last tensor belong to none");
    }

    @Test
    void two_tensors_of_one_name_are_refused() throws IOException {
        String header = "{" + entry("a", "U8", "[1]", "[0,1]") + "," + entry("\\u0061", "U8", "[1]", "[1,2]") + "}";
        refused(SafeTensorsBytes.write(folder, header, new byte[2]), "tensor 'a' stands there twice");
    }

    @Test
    void more_axes_than_any_tensor_has_are_refused() throws IOException {
        String shape = "[" + "1,".repeat(64) + "1]";
        refused("{" + entry("a", "U8", shape, "[0,1]") + "}", "tensor 'a', shape has more than 64 numbers");
    }

    @Test
    void more_tensors_than_any_network_has_are_refused() throws IOException {
        StringBuilder header = new StringBuilder("{" + entry("t", "U8", "[0]", "[0,0]"));
        for (int i = 0; i < 100_000; i++) {
            header.append(',').append(entry("t" + i, "U8", "[0]", "[0,0]"));
        }
        refused(header.append('}').toString(), "there are more than 100000 tensors");
    }

    @Test
    void a_name_that_would_flood_the_message_is_shortened() throws IOException {
        String name = "n".repeat(100_000);
        refused("{\"" + name + "\":1}", "tensor '" + "n".repeat(80) + "...': expected BEGIN_OBJECT, found NUMBER");
    }

    @Test
    void a_header_with_any_one_byte_changed_is_read_or_refused_but_never_crashes() {
        byte[] header =
                ("{\"__metadata__\":{\"k\":\"v\"}," + entry("a", "F32", "[2,1]", "[0,8]") + "}").getBytes(UTF_8);
        for (int at = 0; at < header.length; at++) {
            for (int value = 0; value < 256; value++) {
                byte[] changed = header.clone();
                changed[at] = (byte) value;
                Throwable problem = catchThrowable(
                        () -> SafeTensorsHeaderParser.parse(changed).checkCovers(8));
                assertThat(problem == null || problem instanceof IOException).isTrue();
            }
        }
    }

    private static String entry(String name, String type, String shape, String offsets) {
        return "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":%s}".formatted(name, type, shape, offsets);
    }

    private void refused(String header, String problem) throws IOException {
        refused(SafeTensorsBytes.write(folder, header.getBytes(UTF_8), NONE), problem);
    }

    private static void refused(Path file, String problem) {
        assertThatIOException()
                .isThrownBy(() -> SafeTensors.open(file))
                .withMessageContaining("test.safetensors cannot be read as a safetensors file: " + problem);
    }
}
