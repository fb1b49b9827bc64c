package org.stratigraph.zoo.topology;

import java.util.List;
import org.stratigraph.core.network.NetworkBuilder;
import org.stratigraph.core.op.Window;

/**
 * A residual network (He et al., 2016) as torchvision builds it, the stride on the 3 x 3 convolution. A block's output, after
 * its last ReLU, bears the block's module name; the steps inside are named as torchvision's feature extraction names them.
 *
 * @param depths number of blocks in each of the four stages
 * @param block what a block is
 */
public record ResNet(List<Integer> depths, Block block) implements Topology {
    private static final int STEM = 64;
    private static final Window POINT = new Window(1, 1, 0);

    /** The two kinds of block. */
    public enum Block {
        /** Two 3 x 3 convolutions. */
        BASIC(1),
        /** A 3 x 3 convolution between two of 1 x 1, the last of which widens fourfold. */
        BOTTLENECK(4);

        private final int expansion;

        Block(int expansion) {
            this.expansion = expansion;
        }
    }

    public static ResNet resnet18() {
        return new ResNet(List.of(2, 2, 2, 2), Block.BASIC);
    }

    public static ResNet resnet34() {
        return new ResNet(List.of(3, 4, 6, 3), Block.BASIC);
    }

    public static ResNet resnet50() {
        return new ResNet(List.of(3, 4, 6, 3), Block.BOTTLENECK);
    }

    public static ResNet resnet101() {
        return new ResNet(List.of(3, 4, 23, 3), Block.BOTTLENECK);
    }

    public static ResNet resnet152() {
        return new ResNet(List.of(3, 8, 36, 3), Block.BOTTLENECK);
    }

    @Override
    public void draw(Blueprint blueprint) {
        String x = blueprint.convolutionWithoutBias("conv1", NetworkBuilder.INPUT, STEM, new Window(7, 2, 3));
        x = blueprint.relu("relu", blueprint.batchNorm("bn1", x));
        x = blueprint.maxPool("maxpool", x, new Window(3, 2, 1), false);
        for (int stage = 0; stage < depths.size(); stage++) {
            for (int number = 0; number < depths.get(stage); number++) {
                int stride = stage > 0 && number == 0 ? 2 : 1;
                boolean projected = number == 0 && (stride > 1 || block.expansion > 1);
                x = block(blueprint, "layer" + (stage + 1) + "." + number, x, STEM << stage, stride, projected);
            }
        }
        x = blueprint.adaptiveAveragePool("avgpool", x, 1, 1);
        x = blueprint.flatten("flatten", x, 1, 1);
        blueprint.classifyingLinear("fc", x);
    }

    private String block(Blueprint blueprint, String name, String input, int width, int stride, boolean projected) {
        String x = block == Block.BASIC
                ? basic(blueprint, name, input, width, stride)
                : bottleneck(blueprint, name, input, width, stride);
        String shortcut = input;
        if (projected) {
            shortcut = blueprint.convolutionWithoutBias(
                    name + ".downsample.0", input, block.expansion * width, new Window(1, stride, 0));
            shortcut = blueprint.batchNorm(name + ".downsample.1", shortcut);
        }
        return blueprint.relu(name, blueprint.add(name + ".add", x, shortcut));
    }

    private static String basic(Blueprint blueprint, String name, String input, int width, int stride) {
        String x = blueprint.convolutionWithoutBias(name + ".conv1", input, width, new Window(3, stride, 1));
        x = blueprint.relu(name + ".relu", blueprint.batchNorm(name + ".bn1", x));
        x = blueprint.convolutionWithoutBias(name + ".conv2", x, width, new Window(3, 1, 1));
        return blueprint.batchNorm(name + ".bn2", x);
    }

    private static String bottleneck(Blueprint blueprint, String name, String input, int width, int stride) {
        String x = blueprint.convolutionWithoutBias(name + ".conv1", input, width, POINT);
        x = blueprint.relu(name + ".relu", blueprint.batchNorm(name + ".bn1", x));
        x = blueprint.convolutionWithoutBias(name + ".conv2", x, width, new Window(3, stride, 1));
        x = blueprint.relu(name + ".relu_1", blueprint.batchNorm(name + ".bn2", x));
        x = blueprint.convolutionWithoutBias(name + ".conv3", x, Block.BOTTLENECK.expansion * width, POINT);
        return blueprint.batchNorm(name + ".bn3", x);
    }
}
