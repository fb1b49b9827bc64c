package org.stratigraph.core.image;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A block of float32 numbers with a shape, row-major, on the Java heap or in a mapped file. Immutable, thread-safe.
 *
 * <p>Images have the shape (N, C, H, W).
 */
public final class Tensor {
    private final int[] shape;
    private final FloatBuffer values;

    private Tensor(FloatBuffer values, int[] shape) {
        this.shape = shape.clone();
        this.values = values;
    }

    /**
     * Copies the numbers.
     *
     * @throws IllegalArgumentException if the shape does not hold exactly these many numbers
     */
    public static Tensor of(float[] values, int... shape) {
        return wrap(FloatBuffer.wrap(values.clone()), shape);
    }

    /**
     * Takes the rest of a buffer without copying; the caller must not write to it afterwards.
     *
     * @throws IllegalArgumentException if the shape does not hold exactly these many numbers
     */
    public static Tensor wrap(FloatBuffer values, int... shape) {
        long size = size(shape);
        if (size != values.remaining()) {
            throw new IllegalArgumentException(
                    "shape " + describe(shape) + " holds " + size + " numbers, given " + values.remaining());
        }
        return new Tensor(values.slice().asReadOnlyBuffer(), shape);
    }

    /** One image more at the front: (C, H, W) tensors of one shape become (N, C, H, W). */
    public static Tensor stack(List<Tensor> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("nothing to stack");
        }
        int[] one = parts.get(0).shape;
        FloatBuffer all = FloatBuffer.allocate(
                Math.multiplyExact(parts.size(), parts.get(0).size()));
        for (Tensor part : parts) {
            if (!Arrays.equals(one, part.shape)) {
                throw new IllegalArgumentException(
                        "cannot stack " + describe(one) + " and " + describe(part.shape) + ": shapes differ");
            }
            all.put(part.values());
        }
        int[] shape = new int[one.length + 1];
        shape[0] = parts.size();
        System.arraycopy(one, 0, shape, 1, one.length);
        return wrap(all.flip(), shape);
    }

    public int[] shape() {
        return shape.clone();
    }

    public int rank() {
        return shape.length;
    }

    /** The length of one axis, counted from 0. */
    public int dimension(int axis) {
        return shape[axis];
    }

    /** How many numbers there are. */
    public int size() {
        return values.remaining();
    }

    /** A read-only view from the first number to the last, with a position of its own. */
    public FloatBuffer values() {
        return values.duplicate();
    }

    /** A copy of all numbers. */
    public float[] toArray() {
        float[] copy = new float[size()];
        values().get(copy);
        return copy;
    }

    /** One entry of the first axis, without copying: image {@code index} of a batch, shape (C, H, W). */
    public Tensor slice(int index) {
        int[] rest = Arrays.copyOfRange(shape, 1, shape.length);
        int length = (int) size(rest);
        return wrap(values.slice(Math.multiplyExact(index, length), length), rest);
    }

    /** The same numbers under another shape, without copying. */
    public Tensor reshape(int... newShape) {
        return wrap(values(), newShape);
    }

    @Override
    public String toString() {
        return "Tensor" + describe(shape);
    }

    /** A shape as people write it: {@code (8, 3, 224, 224)}. */
    public static String describe(int... shape) {
        return Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", ", "(", ")"));
    }

    private static long size(int[] shape) {
        long size = 1;
        for (int length : shape) {
            if (length < 0) {
                throw new IllegalArgumentException("a shape has no negative lengths: " + describe(shape));
            }
            size = Math.multiplyExact(size, length);
        }
        return size;
    }
}
