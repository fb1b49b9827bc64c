package org.stratigraph.zoo.pth;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Pickles written by hand, an instruction a call, in the way torch.save writes them; sound or not. */
final class PickleBytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    PickleBytes() {
        raw(0x80, 2); // PROTO 2
    }

    /** A state dict with nothing in it yet: an OrderedDict, and the mark that entries follow. */
    static PickleBytes stateDict() {
        return new PickleBytes().global("collections", "OrderedDict").raw(')', 'R', '(');
    }

    /** The end of {@link #stateDict}, as a Python module saves it: with versions as an attribute. */
    byte[] endOfStateDict() {
        return raw('u').raw('}')
                .text("_metadata")
                .global("collections", "OrderedDict")
                .raw(')', 'R', 's', 'b')
                .end();
    }

    PickleBytes raw(int... instructions) {
        for (int instruction : instructions) {
            bytes.write(instruction);
        }
        return this;
    }

    PickleBytes global(String module, String name) {
        raw('c');
        bytes.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    PickleBytes text(String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        raw('X').little(Integer.BYTES, content.length);
        bytes.writeBytes(content);
        return this;
    }

    /** LONG1 with eight bytes. */
    PickleBytes number(long number) {
        return raw(0x8a, Long.BYTES).little(Long.BYTES, number);
    }

    PickleBytes numbers(long... numbers) {
        raw('(');
        for (long number : numbers) {
            number(number);
        }
        return raw('t');
    }

    PickleBytes storage(String type, String key, long count) {
        raw('(').text("storage").global("torch", type).text(key).text("cpu").number(count);
        return raw('t', 'Q');
    }

    PickleBytes tensor(String type, String key, long count, long offset, long[] shape, long[] strides) {
        global("torch._utils", "_rebuild_tensor_v2").raw('(');
        storage(type, key, count).number(offset).numbers(shape).numbers(strides);
        return raw(0x89).global("collections", "OrderedDict").raw(')', 'R', 't', 'R'); // requires_grad False, no hooks
    }

    byte[] end() {
        return raw('.').bytes.toByteArray();
    }

    private PickleBytes little(int length, long number) {
        byte[] all = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(number)
                .array();
        bytes.write(all, 0, length);
        return this;
    }
}
