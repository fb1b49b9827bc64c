package org.stratigraph.testkit;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.NetworkBuilder;
import org.stratigraph.core.op.BatchNorm;
import org.stratigraph.core.op.Convolution;
import org.stratigraph.core.op.Linear;
import org.stratigraph.core.op.Op;
import org.stratigraph.core.op.Window;

/** A network being drawn, with seeded weights that keep activations near unit size. */
final class Drawing implements AutoCloseable {
    private final NetworkBuilder builder;
    private long seed;

    Drawing(Placement placement, long seed) {
        this.builder = new NetworkBuilder(placement);
        this.seed = seed;
    }

    /** Adds a node whose op has no weights. */
    String op(String name, Op op, String... inputs) {
        return builder.add(name, op, inputs);
    }

    /** A convolution that keeps the size, but for its stride. */
    String convolution(String name, String input, int in, int out, int kernel, int stride) {
        return convolution(name, input, in, out, new Window(kernel, stride, kernel / 2), 1, 1);
    }

    String convolution(String name, String input, int in, int out, Window window, int dilation, int groups) {
        int fanIn = in / groups * window.kernel() * window.kernel();
        NDArray weight = weights(Math.sqrt(2.0 / fanIn), 0, out, in / groups, window.kernel(), window.kernel());
        return op(name, new Convolution(weight, Optional.of(bias(out)), window, dilation, groups), input);
    }

    String batchNorm(String name, String input, int channels) {
        float[] variance = Noise.tensor(seed++, channels).toArray();
        for (int i = 0; i < channels; i++) {
            variance[i] = 0.5f + variance[i] * variance[i];
        }
        BatchNorm norm = new BatchNorm(
                weights(0.2, 1, channels),
                bias(channels),
                bias(channels),
                builder.weights(Tensor.of(variance, channels)),
                1e-5);
        return op(name, norm, input);
    }

    String linear(String name, String input, int in, int out) {
        return op(name, new Linear(weights(Math.sqrt(1.0 / in), 0, out, in), bias(out)), input);
    }

    private NDArray bias(int length) {
        return weights(0.2, 0, length);
    }

    private NDArray weights(double spread, double centre, int... shape) {
        return builder.weights(Noise.tensor(seed++, spread, centre, shape));
    }

    Network finished() {
        return builder.build();
    }

    @Override
    public void close() {
        builder.close();
    }
}
