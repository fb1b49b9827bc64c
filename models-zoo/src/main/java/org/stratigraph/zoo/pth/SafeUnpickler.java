package org.stratigraph.zoo.pth;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.razorvine.pickle.Opcodes;
import net.razorvine.pickle.PickleUtils;
import net.razorvine.pickle.Unpickler;

/**
 * Runs the pickle of a state dict, and no other kind of pickle.
 *
 * <p>Every instruction passes {@link #dispatch}. Those that name, call or change objects are carried out here, with
 * {@link AllowedGlobals} only; the base class, which would look names up in a table of its own and call methods by
 * reflection, gets those that push plain values. All other instructions are refused.
 */
final class SafeUnpickler extends Unpickler {
    /** Bounds the memory taken: each instruction makes at most one small object. A tensor takes about 40. */
    private static final int MOST_INSTRUCTIONS = 2_000_000;

    private int instructions;

    private SafeUnpickler() {}

    /**
     * What the pickle leaves: dicts, lists, tuples ({@code Object[]}), texts, numbers, tensors, {@code null} for None.
     *
     * @throws IOException saying what is wrong, without the name of the file
     */
    static Object read(byte[] pickle) throws IOException {
        try {
            return new SafeUnpickler().load(new ByteArrayInputStream(pickle));
        } catch (RuntimeException e) {
            // The base class checks little: a missing mark or a wrong type shows as whatever exception it causes.
            throw new IOException("its " + PthArchive.PICKLE + " is not a sound pickle", e);
        }
    }

    @Override
    protected Object dispatch(short opcode) throws IOException {
        if (++instructions > MOST_INSTRUCTIONS) {
            throw new IOException("its pickle has more than the " + MOST_INSTRUCTIONS + " instructions allowed");
        }
        switch (opcode) {
            case Opcodes.GLOBAL -> global(PickleUtils.readline(input), PickleUtils.readline(input));
            case Opcodes.STACK_GLOBAL -> stackGlobal();
            case Opcodes.REDUCE -> call();
            case Opcodes.BUILD -> dropState();
            case Opcodes.BINPERSID -> stack.add(Storage.named(stack.pop()));
            case Opcodes.EMPTY_DICT -> stack.add(new PickledDict());
            case Opcodes.SETITEM -> setItem();
            case Opcodes.SETITEMS -> setItems();
            case Opcodes.BINUNICODE -> text();
            default -> {
                return plain(opcode);
            }
        }
        return NO_RETURN_VALUE;
    }

    private Object plain(short opcode) throws IOException {
        return switch (opcode) {
            case Opcodes.PROTO,
                    Opcodes.FRAME,
                    Opcodes.STOP,
                    Opcodes.MARK,
                    Opcodes.NONE,
                    Opcodes.NEWTRUE,
                    Opcodes.NEWFALSE,
                    Opcodes.BININT,
                    Opcodes.BININT1,
                    Opcodes.BININT2,
                    Opcodes.LONG1,
                    Opcodes.BINFLOAT,
                    Opcodes.SHORT_BINUNICODE,
                    Opcodes.EMPTY_TUPLE,
                    Opcodes.TUPLE,
                    Opcodes.TUPLE1,
                    Opcodes.TUPLE2,
                    Opcodes.TUPLE3,
                    Opcodes.EMPTY_LIST,
                    Opcodes.APPEND,
                    Opcodes.APPENDS,
                    Opcodes.BINPUT,
                    Opcodes.LONG_BINPUT,
                    Opcodes.MEMOIZE,
                    Opcodes.BINGET,
                    Opcodes.LONG_BINGET -> super.dispatch(opcode);
            default ->
                throw new IOException(
                        "its pickle has the instruction " + opcode + ", which a state dict does not need");
        };
    }

    private void global(String module, String name) throws IOException {
        stack.add(AllowedGlobals.find(module, name));
    }

    private void stackGlobal() throws IOException {
        if (stack.pop() instanceof String name && stack.pop() instanceof String module) {
            global(module, name);
        } else {
            throw new IOException("it names something of Python by something that is no text");
        }
    }

    private void call() throws IOException {
        if (stack.pop() instanceof Object[] arguments && stack.pop() instanceof PickledFunction function) {
            stack.add(function.call(arguments));
        } else {
            throw new IOException("it calls something that is no function");
        }
    }

    /** Torch gives the dict an attribute with version numbers; nothing here asks for it. */
    private void dropState() throws IOException {
        stack.pop();
        if (!(stack.peek() instanceof PickledDict)) {
            throw new IOException("it sets the state of something that is no dict");
        }
    }

    private void setItem() throws IOException {
        Object value = stack.pop();
        Object key = stack.pop();
        dict().put(key, value);
    }

    private void setItems() throws IOException {
        List<Object> items = stack.pop_all_since_marker();
        for (int i = 0; i < items.size(); i += 2) {
            dict().put(items.get(i), items.get(i + 1));
        }
    }

    private PickledDict dict() throws IOException {
        if (stack.peek() instanceof PickledDict dict) {
            return dict;
        }
        throw new IOException("it puts an entry into something that is no dict");
    }

    /** The base class would allocate whatever length is claimed. */
    private void text() throws IOException {
        long length = Integer.toUnsignedLong(PickleUtils.bytes_to_integer(PickleUtils.readbytes(input, Integer.BYTES)));
        if (length > input.available()) {
            throw new IOException(
                    "its pickle claims a text of " + length + " bytes, but only " + input.available() + " follow");
        }
        stack.add(new String(input.readNBytes((int) length), StandardCharsets.UTF_8));
    }
}
