package org.stratigraph.core.files;

import java.io.IOException;
import java.util.Arrays;

/** What the header of a safetensors file says of one tensor; its offsets count from the start of the data. */
record SafeTensorsEntry(ElementType type, int[] shape, long begin, long end) {
    SafeTensorsEntry {
        shape = shape.clone();
    }

    /**
     * Checks that the shape fills the bytes exactly.
     *
     * @throws IOException saying what does not fit
     */
    static SafeTensorsEntry of(ElementType type, int[] shape, long begin, long end) throws IOException {
        long length = end - begin;
        if (length < 0) {
            throw new IOException("its data ends at byte " + end + ", before it begins at " + begin);
        }
        if (length > Integer.MAX_VALUE) {
            throw new IOException("its " + length + " bytes are more than the 2147483647 that one tensor may have here;"
                    + " split it into several tensors");
        }
        long needed = bytes(type, shape);
        if (needed != length) {
            throw new IOException("the shape " + Arrays.toString(shape) + " of " + type + " numbers needs " + needed
                    + " bytes, but data_offsets gives it " + length);
        }
        return new SafeTensorsEntry(type, shape, begin, end);
    }

    @Override
    public int[] shape() {
        return shape.clone();
    }

    /** How many bytes of data there are. */
    int length() {
        return (int) (end - begin);
    }

    /** How many numbers there are. */
    int count() {
        return length() / type.bytes();
    }

    private static long bytes(ElementType type, int[] shape) throws IOException {
        try {
            long bytes = type.bytes();
            for (int length : shape) {
                bytes = Math.multiplyExact(bytes, length);
            }
            return bytes;
        } catch (ArithmeticException e) {
            throw new IOException("the shape " + Arrays.toString(shape) + " overflows", e);
        }
    }
}
