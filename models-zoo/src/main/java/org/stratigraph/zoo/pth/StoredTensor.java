package org.stratigraph.zoo.pth;

import java.io.IOException;
import java.util.Arrays;

/** A tensor whose every number lies in its storage. */
record StoredTensor(Storage storage, long offset, int[] shape, long[] strides, int count, int extent) {
    private static final int HIGHEST_RANK = 64;

    /** Java arrays end a little below the largest int. */
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    /**
     * Checks the window against its storage, whose size in the file is given.
     *
     * @throws IOException saying what does not fit
     */
    static StoredTensor check(PickledTensor tensor, long storageBytes) throws IOException {
        Storage storage = tensor.storage();
        try {
            if (storage.count() < 0
                    || Math.multiplyExact(storage.count(), storage.type().bytes()) != storageBytes) {
                throw new IOException("its storage claims " + storage.count() + " numbers of " + storage.type()
                        + ", but has " + storageBytes + " bytes in the file: the file is cut short or damaged");
            }
            checkShape(tensor);
            int[] shape =
                    Arrays.stream(tensor.shape()).mapToInt(Math::toIntExact).toArray();
            long count = count(tensor.shape());
            long extent = count == 0 ? 0 : extent(tensor);
            checkWithin(tensor, count, extent);
            return new StoredTensor(
                    storage, tensor.offset(), shape, tensor.strides(), Math.toIntExact(count), Math.toIntExact(extent));
        } catch (ArithmeticException e) {
            throw new IOException(
                    "its shape " + Arrays.toString(tensor.shape()) + " with strides "
                            + Arrays.toString(tensor.strides()) + " overflows",
                    e);
        }
    }

    /** Puts the numbers that lie {@code extent} long in the storage into row-major order. */
    float[] rowMajor(float[] stored) {
        float[] ordered = new float[count];
        int[] position = new int[shape.length];
        int at = 0;
        for (int i = 0; i < count; i++) {
            ordered[i] = stored[at];
            at += step(position);
        }
        return ordered;
    }

    /** Whether the numbers lie in row-major order already. */
    boolean isRowMajor() {
        long expected = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            // The stride of an axis of length 1 is never used.
            if (shape[axis] != 1 && strides[axis] != expected) {
                return false;
            }
            expected *= shape[axis];
        }
        return true;
    }

    /** Moves to the next position and returns how far that is in the storage. */
    private int step(int[] position) {
        long distance = 0;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            distance += strides[axis];
            if (++position[axis] < shape[axis]) {
                break;
            }
            distance -= strides[axis] * shape[axis];
            position[axis] = 0;
        }
        return (int) distance;
    }

    private static void checkShape(PickledTensor tensor) throws IOException {
        int rank = tensor.shape().length;
        if (rank > HIGHEST_RANK || rank != tensor.strides().length) {
            throw new IOException("it has " + rank + " axes and " + tensor.strides().length
                    + " strides; they must be as many, and at most " + HIGHEST_RANK);
        }
        if (tensor.offset() < 0
                || Arrays.stream(tensor.shape()).anyMatch(length -> length < 0)
                || Arrays.stream(tensor.strides()).anyMatch(stride -> stride < 0)) {
            throw new IOException("its offset " + tensor.offset() + ", shape " + Arrays.toString(tensor.shape())
                    + " and strides " + Arrays.toString(tensor.strides()) + " must not be negative");
        }
    }

    private static long count(long[] shape) {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    /** The distance from the first number to behind the last. */
    private static long extent(PickledTensor tensor) {
        long last = 0;
        for (int axis = 0; axis < tensor.shape().length; axis++) {
            last = Math.addExact(last, Math.multiplyExact(tensor.shape()[axis] - 1, tensor.strides()[axis]));
        }
        return Math.addExact(last, 1);
    }

    private static void checkWithin(PickledTensor tensor, long count, long extent) throws IOException {
        long numbers = tensor.storage().count();
        if (Math.addExact(tensor.offset(), extent) > numbers) {
            throw new IOException("it ends at number " + (tensor.offset() + extent) + " of a storage of " + numbers);
        }
        if (count > numbers) {
            // Only strides of 0 do this; allowing them would let a tiny file ask for any amount of memory.
            throw new IOException("it repeats the " + numbers + " numbers of its storage to make " + count
                    + "; save it with .contiguous()");
        }
        if (extent > LONGEST_ARRAY) {
            throw new IOException(
                    "it spreads over " + extent + " numbers, more than the " + LONGEST_ARRAY + " allowed");
        }
    }
}
