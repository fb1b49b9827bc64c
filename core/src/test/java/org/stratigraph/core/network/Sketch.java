package org.stratigraph.core.network;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stratigraph.core.Noise;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.op.Add;
import org.stratigraph.core.op.BatchNorm;
import org.stratigraph.core.op.Concat;
import org.stratigraph.core.op.Convolution;
import org.stratigraph.core.op.Flatten;
import org.stratigraph.core.op.GlobalAveragePool;
import org.stratigraph.core.op.Linear;
import org.stratigraph.core.op.MaxPool;
import org.stratigraph.core.op.Op;
import org.stratigraph.core.op.Relu;
import org.stratigraph.core.op.Window;

/** Small networks for tests, drawn layer by layer with seeded weights. Images have 3 channels of 12 x 10. */
public final class Sketch implements AutoCloseable {
    public static final int HEIGHT = 12;
    public static final int WIDTH = 10;
    public static final int CLASSES = 5;

    private final NetworkBuilder builder;
    private final List<Node> nodes = new ArrayList<>();
    private long seed = 100;

    public Sketch(Placement placement) {
        this.builder = new NetworkBuilder(placement);
    }

    /** Convolutions, ReLUs and a pool in a row. */
    public static Network chain(Placement placement) {
        try (Sketch sketch = new Sketch(placement)) {
            String x = sketch.convolution("conv1", "input", 3, 6, 3, 1);
            x = sketch.add("relu1", new Relu(), x);
            x = sketch.add("pool", new MaxPool(new Window(3, 2, 1), false), x);
            x = sketch.convolution("conv2", x, 6, 8, 3, 1);
            x = sketch.add("relu2", new Relu(), x);
            x = sketch.add("flatten", new Flatten(), x);
            sketch.linear("fc", x, 8 * 6 * 5, CLASSES);
            return sketch.build();
        }
    }

    /** Two blocks with batch norms, one around a projection, one around nothing. */
    public static Network residual(Placement placement) {
        try (Sketch sketch = new Sketch(placement)) {
            drawResidual(sketch);
            return sketch.build();
        }
    }

    static void drawResidual(Sketch sketch) {
        String x = sketch.convolution("conv1", "input", 3, 4, 3, 1);
        x = sketch.add("relu", new Relu(), sketch.norm("bn1", x, 4));
        String block = sketch.norm("block1.bn", sketch.convolution("block1.conv", x, 4, 8, 3, 2), 8);
        String shortcut = sketch.norm("block1.down_bn", sketch.convolution("block1.down", x, 4, 8, 1, 2), 8);
        x = sketch.add("block1", new Relu(), sketch.add("block1.add", new Add(), block, shortcut));
        block = sketch.convolution("block2.conv1", x, 8, 8, 3, 1);
        block = sketch.add("block2.relu", new Relu(), sketch.norm("block2.bn1", block, 8));
        block = sketch.norm("block2.bn2", sketch.convolution("block2.conv2", block, 8, 8, 3, 1), 8);
        x = sketch.add("block2", new Relu(), sketch.add("block2.add", new Add(), block, x));
        x = sketch.add("avgpool", new GlobalAveragePool(), x);
        sketch.linear("fc", x, 8, CLASSES);
    }

    /** A module whose two branches are put side by side, the one drawn last first. */
    public static Network concat(Placement placement) {
        try (Sketch sketch = new Sketch(placement)) {
            String x = sketch.add("relu", new Relu(), sketch.convolution("conv", "input", 3, 4, 3, 2));
            x = sketch.add("fire.squeeze_relu", new Relu(), sketch.convolution("fire.squeeze", x, 4, 3, 1, 1));
            String three = sketch.add("fire.three_relu", new Relu(), sketch.convolution("fire.three", x, 3, 5, 3, 1));
            String one = sketch.add("fire.one_relu", new Relu(), sketch.convolution("fire.one", x, 3, 4, 1, 1));
            x = sketch.add("fire", new Concat(), one, three);
            x = sketch.convolution("classifier", x, 9, CLASSES, 1, 1);
            x = sketch.add("classifier_relu", new Relu(), x);
            sketch.add("avgpool", new GlobalAveragePool(), x);
            return sketch.build();
        }
    }

    /** A batch for any of the networks. */
    public static Tensor images(int count) {
        return Noise.tensor(7, count, 3, HEIGHT, WIDTH);
    }

    public String convolution(String name, String input, int in, int out, int kernel, int stride) {
        float spread = (float) Math.sqrt(2.0 / (in * kernel * kernel));
        NDArray weight = array(spread, 0, out, in, kernel, kernel);
        Window window = new Window(kernel, stride, kernel / 2);
        return add(name, new Convolution(weight, Optional.of(array(0.1f, 0, out)), window, 1, 1), input);
    }

    public String norm(String name, String input, int channels) {
        NDArray variance = builder.weights(positive(channels));
        BatchNorm norm = new BatchNorm(
                array(0.2f, 1, channels), array(0.2f, 0, channels), array(0.2f, 0, channels), variance, 1e-5);
        return add(name, norm, input);
    }

    public String linear(String name, String input, int in, int out) {
        return add(name, new Linear(array((float) Math.sqrt(1.0 / in), 0, out, in), array(0.1f, 0, out)), input);
    }

    public String add(String name, Op op, String... inputs) {
        nodes.add(new Node(name, op, List.of(inputs)));
        return builder.add(name, op, inputs);
    }

    /** What has been added so far. */
    List<Node> nodes() {
        return nodes;
    }

    public Network build() {
        return builder.build();
    }

    public Network buildFolded() {
        return builder.buildFolded();
    }

    /** Normal numbers around a centre. */
    private NDArray array(float spread, float centre, int... shape) {
        float[] values = Noise.tensor(seed++, shape).toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = centre + spread * values[i];
        }
        return builder.weights(Tensor.of(values, shape));
    }

    private Tensor positive(int channels) {
        float[] values = Noise.tensor(seed++, channels).toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = 0.5f + values[i] * values[i];
        }
        return Tensor.of(values, channels);
    }

    @Override
    public void close() {
        builder.close();
    }
}
