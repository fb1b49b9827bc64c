package org.stratigraph.core.engine;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.function.Supplier;
import org.stratigraph.core.image.Tensor;

/** The libtorch calls that a network is made of: arrays in, arrays out, no state. Thread-safe. */
public final class Torch {
    private static final long[] NHWC = {0, 2, 3, 1};
    private static final long[] NCHW = {0, 3, 1, 2};

    private static final NDIndex EVERYTHING = new NDIndex(":");

    private Torch() {}

    /**
     * A new owner of native memory on the placement's device.
     *
     * @throws IllegalArgumentException if there is no such device
     */
    public static NDManager open(Placement placement) {
        Device device = Devices.named(placement.device());
        NDManager manager = Devices.engine().newBaseManager(device);
        try (NDArray proof = manager.create(0f)) {
            if (!proof.getDevice().equals(device)) { // DJL falls back to the CPU where CUDA does not match
                manager.close();
                throw new IllegalStateException("asked libtorch for " + device + " and got " + proof.getDevice());
            }
        }
        return manager;
    }

    /** The device of an owner of native memory, as a user names it. */
    public static String device(NDManager manager) {
        Device device = manager.getDevice();
        return device.isGpu() ? "gpu:" + device.getDeviceId() : "cpu";
    }

    /** Bytes that the device of an owner of native memory has left. */
    public static long freeMemory(NDManager manager) {
        return FreeMemory.bytes(manager);
    }

    /** Heap numbers as a native array of the placement's precision and, for four axes, its layout. */
    public static NDArray create(NDManager manager, Tensor tensor, Placement placement) {
        int[] lengths = tensor.shape();
        Shape shape = new Shape(Arrays.stream(lengths).asLongStream().toArray());
        boolean reordered = lengths.length == 4 && placement.layout() == Placement.Layout.CHANNELS_LAST;
        try (NDManager scratch = manager.newSubManager()) {
            NDArray lent = scratch.create(tensor.values(), shape, DataType.FLOAT32); // lies in a Java buffer
            // toType copies nothing where the type stays, whatever its flag says: only a duplicate is memory of its
            // own.
            NDArray own = lent.toType(placement.precision().type(), false).duplicate();
            NDArray array = reordered ? channelsLast(own) : own;
            array.attach(manager);
            return array;
        }
    }

    /** The same (N, C, H, W) numbers with the channels of a pixel side by side in memory. */
    private static NDArray channelsLast(NDArray x) {
        PtNDArray pixels = JniUtils.permute(pt(x), NHWC);
        // The reshape through one dimension is what copies: DJL has no call for a memory format.
        PtNDArray flat = JniUtils.reshape(pixels, new long[] {-1});
        return JniUtils.permute(JniUtils.reshape(flat, pixels.getShape().getShape()), NCHW);
    }

    public static NDArray convolution(
            NDArray x, NDArray weight, NDArray bias, Shape stride, Shape padding, Shape dilation, int groups) {
        return JniUtils.convolution(pt(x), pt(weight), pt(bias), stride, padding, dilation, groups);
    }

    public static NDArray linear(NDArray x, NDArray weight, NDArray bias) {
        return JniUtils.linear(pt(x), pt(weight), pt(bias));
    }

    public static NDArray batchNorm(
            NDArray x, NDArray scale, NDArray shift, NDArray mean, NDArray variance, double epsilon) {
        return JniUtils.batchNorm(pt(x), pt(mean), pt(variance), pt(scale), pt(shift), false, 0, epsilon);
    }

    /** Batch normalisation by the batch's own statistics; moves the running ones towards them in place. */
    public static NDArray batchNormTraining(
            NDArray x, NDArray scale, NDArray shift, NDArray mean, NDArray variance, double momentum, double epsilon) {
        return JniUtils.batchNorm(pt(x), pt(mean), pt(variance), pt(scale), pt(shift), true, momentum, epsilon);
    }

    /** Drops numbers at a rate and scales up the rest, by libtorch's own dice: see {@link #seed}. */
    public static NDArray dropout(NDArray x, double rate) {
        return JniUtils.dropout(pt(x), rate, true);
    }

    public static NDArray relu(NDArray x) {
        return JniUtils.relu(pt(x));
    }

    public static NDArray maxPool(NDArray x, Shape kernel, Shape stride, Shape padding, boolean ceil) {
        return JniUtils.maxPool(pt(x), kernel, stride, padding, ceil);
    }

    /** The mean of each window, zeros of the padding included: DJL 0.36 takes torch's switch for that and drops it. */
    public static NDArray averagePool(NDArray x, Shape kernel, Shape stride, Shape padding, boolean ceil) {
        return JniUtils.avgPool(pt(x), kernel, stride, padding, ceil, true);
    }

    public static NDArray adaptiveAveragePool(NDArray x, Shape size) {
        return JniUtils.adaptiveAvgPool(pt(x), size);
    }

    /** (N, C, h, w) to (N, C, height, width), each number the nearest one's: torch's "nearest". */
    static NDArray nearest(NDArray x, int height, int width) {
        return JniUtils.interpolate(pt(x), new long[] {height, width}, 0, false);
    }

    /** Runs a step with libtorch's recording on or off for this thread, and puts back what was set before. */
    public static <R> R recording(boolean on, Supplier<R> step) {
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(on);
        try {
            return step.get();
        } finally {
            JniUtils.setGradMode(before);
        }
    }

    /** The same numbers, cut off from what computed them, in another scope. */
    public static NDArray detach(NDArray x, NDManager scope) {
        NDArray detached = x.stopGradient();
        detached.attach(scope);
        return detached;
    }

    /** Heap numbers beside a native array: in its scope, on its device, in its precision. */
    public static NDArray like(NDArray neighbour, Tensor tensor) {
        NDManager scope = neighbour.getManager();
        Shape shape = new Shape(Arrays.stream(tensor.shape()).asLongStream().toArray());
        try (NDArray lent = scope.create(tensor.values(), shape, DataType.FLOAT32)) { // lies in a Java buffer
            return lent.toType(neighbour.getDataType(), false).duplicate();
        }
    }

    /** A copy in another scope; asks nothing of the scope that owns the array. */
    public static NDArray copy(NDArray x, NDManager scope) {
        try (NDArray zero = scope.zeros(new Shape(), x.getDataType())) {
            return zero.add(x); // results live where the first operand does
        }
    }

    /** Puts the numbers of one array into another of its shape, in place and unrecorded. */
    public static void overwrite(NDArray target, NDArray source) {
        recording(false, () -> {
            target.set(EVERYTHING, source);
            return target;
        });
    }

    /** Ends what {@link #collectGradient} began. */
    public static void ignoreGradient(NDArray leaf) {
        JniUtils.attachGradient(pt(leaf), false);
    }

    /** Marks a detached array as a place where gradients collect. */
    public static void collectGradient(NDArray leaf) {
        JniUtils.attachGradient(pt(leaf), true);
    }

    /** Sets the collected gradient to zero in place. */
    public static void clearGradient(NDArray leaf) {
        JniUtils.zeroGrad(pt(leaf));
    }

    /**
     * The vector-Jacobian product of everything recorded between the leaves and the output.
     *
     * @param keepGraph whether it can be asked for again
     * @return one gradient per leaf, in the scope given
     */
    public static NDList vectorJacobian(
            NDArray output, NDArray cotangent, NDList leaves, boolean keepGraph, NDManager scope) {
        JniUtils.backward(pt(output), pt(cotangent), keepGraph, false);
        NDList gradients = new NDList(leaves.size());
        for (NDArray leaf : leaves) {
            NDArray found = JniUtils.getGradient(pt(leaf));
            NDArray gradient = found == null ? leaf.zerosLike() : found; // nothing led from the leaf to the output
            gradient.attach(scope);
            gradients.add(gradient);
        }
        return gradients;
    }

    /** Sets libtorch's dice, which all threads of the process share. */
    public static void seed(long seed) {
        JniUtils.setSeed(seed);
    }

    /**
     * One step of Adam with decoupled weight decay (Loshchilov and Hutter, 2019) in place; clears the gradient.
     *
     * @param state the running mean and variance of the gradient, changed in place
     * @param rate the learning rate
     * @param corrected the learning rate with Adam's correction for the young means
     */
    public static void adamStep(
            NDArray weight, NDArray gradient, NDList state, float rate, float corrected, float decay, AdamRates rates) {
        JniUtils.adamUpdate(
                pt(weight),
                pt(gradient),
                pt(state.get(0)),
                pt(state.get(1)),
                rate,
                corrected,
                decay,
                1,
                -1, // no clipping
                rates.mean(),
                rates.variance(),
                rates.epsilon(),
                true);
        clearGradient(weight);
    }

    /**
     * Adam's constants. Immutable.
     *
     * @param mean how much of the running mean stays at a step
     * @param variance how much of the running variance stays
     * @param epsilon what keeps the quotient finite
     */
    public record AdamRates(float mean, float variance, float epsilon) {}

    /** Numbers of any float precision as float32 on the heap, row-major. */
    public static float[] toFloats(NDArray x) {
        if (x.getDataType() == DataType.FLOAT64) {
            double[] wide = x.toDoubleArray();
            float[] narrow = new float[wide.length];
            for (int i = 0; i < wide.length; i++) {
                narrow[i] = (float) wide[i];
            }
            return narrow;
        }
        return x.toFloatArray();
    }

    /** A copy on the heap, row-major whatever the layout; asks nothing of the scope that owns the array. */
    public static Tensor toHeap(NDArray x) {
        try (NDManager scratch = Devices.engine().newBaseManager(x.getDevice())) {
            NDArray copy = scratch.create(x.getShape(), x.getDataType());
            overwrite(copy, x);
            int[] shape = Arrays.stream(x.getShape().getShape())
                    .mapToInt(Math::toIntExact)
                    .toArray();
            return Tensor.wrap(FloatBuffer.wrap(toFloats(copy)), shape);
        }
    }

    private static PtNDArray pt(NDArray array) {
        return (PtNDArray) array;
    }
}
