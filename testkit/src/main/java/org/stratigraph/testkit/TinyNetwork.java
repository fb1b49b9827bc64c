package org.stratigraph.testkit;

import java.util.function.Consumer;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.NetworkBuilder;
import org.stratigraph.core.op.AdaptiveAveragePool;
import org.stratigraph.core.op.Add;
import org.stratigraph.core.op.AveragePool;
import org.stratigraph.core.op.Concat;
import org.stratigraph.core.op.Dropout;
import org.stratigraph.core.op.Flatten;
import org.stratigraph.core.op.GlobalAveragePool;
import org.stratigraph.core.op.Identity;
import org.stratigraph.core.op.MaxPool;
import org.stratigraph.core.op.Relu;
import org.stratigraph.core.op.Relu6;
import org.stratigraph.core.op.Window;

/**
 * Real networks of a few nodes with seeded weights, one for each way in which networks differ; together they hold every
 * kind of op but softmax. They take images of 3 x {@value #HEIGHT} x {@value #WIDTH} and tell {@value #CLASSES} classes
 * apart.
 */
public enum TinyNetwork {
    /** Convolutions, ReLUs and a pool in a row, and a linear layer. */
    CHAIN(TinyNetwork::chain),
    /** Two residual blocks with batch norms: around a projection, and around nothing. */
    RESIDUAL(TinyNetwork::residual),
    /** A fire module: two branches side by side in one output; a convolution gives the logits. */
    CONCAT(TinyNetwork::concat),
    /** ReLUs that end at six, groups, dilation, overlapping and average pools, dropout, a block that ends in an identity. */
    GROUPED(TinyNetwork::grouped);

    /** Rows of an image; not as many as columns, so that nobody mixes them up. */
    public static final int HEIGHT = 16;

    /** Columns of an image. */
    public static final int WIDTH = 12;

    /** How many logits there are. */
    public static final int CLASSES = 6;

    private static final int SEED = 1000;
    private static final String INPUT = NetworkBuilder.INPUT;

    private final Consumer<Drawing> layers;

    TinyNetwork(Consumer<Drawing> layers) {
        this.layers = layers;
    }

    /** The network in float32; to be closed. */
    public Network open() {
        return open(Placement.standard());
    }

    /** The network with the same weights elsewhere, in another precision or layout; to be closed. */
    public Network open(Placement placement) {
        try (Drawing drawing = new Drawing(placement, SEED)) {
            layers.accept(drawing);
            return drawing.finished();
        }
    }

    /** A batch of different images, (N, 3, {@value #HEIGHT}, {@value #WIDTH}). */
    public static Tensor images(int count) {
        return Noise.tensor(7, count, 3, HEIGHT, WIDTH);
    }

    private static void chain(Drawing drawing) {
        String x = drawing.op("relu1", new Relu(), drawing.convolution("conv1", INPUT, 3, 6, 3, 1));
        x = drawing.op("pool", new MaxPool(new Window(2, 2, 0), false), x);
        x = drawing.op("relu2", new Relu(), drawing.convolution("conv2", x, 6, 8, 3, 1));
        x = drawing.op("flatten", new Flatten(), x);
        drawing.linear("fc", x, 8 * (HEIGHT / 2) * (WIDTH / 2), CLASSES);
    }

    private static void residual(Drawing drawing) {
        String x = drawing.batchNorm("bn1", drawing.convolution("conv1", INPUT, 3, 4, 3, 1), 4);
        x = drawing.op("relu", new Relu(), x);
        String shortcut = drawing.convolution("block1.shortcut", x, 4, 8, 1, 2);
        shortcut = drawing.batchNorm("block1.shortcut_bn", shortcut, 8);
        String block = drawing.batchNorm("block1.bn", drawing.convolution("block1.conv", x, 4, 8, 3, 2), 8);
        x = drawing.op("block1", new Relu(), drawing.op("block1.add", new Add(), block, shortcut));
        block = drawing.batchNorm("block2.bn1", drawing.convolution("block2.conv1", x, 8, 8, 3, 1), 8);
        block = drawing.convolution("block2.conv2", drawing.op("block2.relu", new Relu(), block), 8, 8, 3, 1);
        block = drawing.batchNorm("block2.bn2", block, 8);
        x = drawing.op("block2", new Relu(), drawing.op("block2.add", new Add(), block, x));
        drawing.linear("fc", drawing.op("avgpool", new GlobalAveragePool(), x), 8, CLASSES);
    }

    private static void concat(Drawing drawing) {
        String x = drawing.op("relu", new Relu(), drawing.convolution("conv", INPUT, 3, 5, 3, 2));
        x = drawing.op("fire.squeeze_relu", new Relu(), drawing.convolution("fire.squeeze", x, 5, 3, 1, 1));
        String three = drawing.op("fire.three_relu", new Relu(), drawing.convolution("fire.three", x, 3, 5, 3, 1));
        String one = drawing.op("fire.one_relu", new Relu(), drawing.convolution("fire.one", x, 3, 4, 1, 1));
        x = drawing.op("fire", new Concat(), one, three);
        x = drawing.op("classifier_relu", new Relu(), drawing.convolution("classifier", x, 9, CLASSES, 1, 1));
        drawing.op("avgpool", new GlobalAveragePool(), x);
    }

    private static void grouped(Drawing drawing) {
        String x = drawing.op("relu1", new Relu6(), drawing.convolution("conv1", INPUT, 3, 8, 3, 1));
        x = drawing.op("maxpool", new MaxPool(new Window(3, 2, 1), false), x);
        x = drawing.convolution("depthwise", x, 8, 8, new Window(3, 1, 1), 1, 8);
        x = drawing.op("relu2", new Relu6(), x);
        x = drawing.convolution("block.dilated", x, 8, 8, new Window(3, 1, 2), 2, 2);
        x = drawing.op("block", new Identity(), x);
        x = drawing.op("avgpool", new AveragePool(new Window(3, 2, 1), false, false), x);
        x = drawing.op("dropout", new Dropout(0.5), drawing.op("pooled", new AdaptiveAveragePool(2, 2), x));
        drawing.linear("fc", drawing.op("flatten", new Flatten(), x), 8 * 2 * 2, CLASSES);
    }
}
