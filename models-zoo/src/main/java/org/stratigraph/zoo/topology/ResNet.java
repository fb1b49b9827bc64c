package org.stratigraph.zoo.topology;

import java.util.List;
import org.stratigraph.core.network.NetworkBuilder;
import org.stratigraph.core.op.Window;

/**
 * A residual network of bottleneck blocks (He et al., 2016) as torchvision builds it, the stride on the 3 x 3 convolution.
 * A block's output, after its last ReLU, bears the block's module name; the steps inside are named as torchvision's feature
 * extraction names them.
 *
 * @param depths number of blocks in each of the four stages
 */
public record ResNet(List<Integer> depths) implements Topology {
    private static final int STEM = 64;
    private static final int EXPANSION = 4;
    private static final Window POINT = new Window(1, 1, 0);

    public static ResNet resnet50() {
        return new ResNet(List.of(3, 4, 6, 3));
    }

    @Override
    public void draw(Blueprint blueprint) {
        String x = blueprint.convolutionWithoutBias("conv1", NetworkBuilder.INPUT, STEM, new Window(7, 2, 3));
        x = blueprint.relu("relu", blueprint.batchNorm("bn1", x));
        x = blueprint.maxPool("maxpool", x, new Window(3, 2, 1), false);
        for (int stage = 0; stage < depths.size(); stage++) {
            for (int block = 0; block < depths.get(stage); block++) {
                int stride = stage > 0 && block == 0 ? 2 : 1;
                String name = "layer" + (stage + 1) + "." + block;
                x = bottleneck(blueprint, name, x, STEM << stage, stride, block == 0);
            }
        }
        x = blueprint.adaptiveAveragePool("avgpool", x, 1, 1);
        x = blueprint.flatten("flatten", x, 1, 1);
        blueprint.classifyingLinear("fc", x);
    }

    private static String bottleneck(
            Blueprint blueprint, String name, String input, int width, int stride, boolean projected) {
        String x = blueprint.convolutionWithoutBias(name + ".conv1", input, width, POINT);
        x = blueprint.relu(name + ".relu", blueprint.batchNorm(name + ".bn1", x));
        x = blueprint.convolutionWithoutBias(name + ".conv2", x, width, new Window(3, stride, 1));
        x = blueprint.relu(name + ".relu_1", blueprint.batchNorm(name + ".bn2", x));
        x = blueprint.convolutionWithoutBias(name + ".conv3", x, EXPANSION * width, POINT);
        x = blueprint.batchNorm(name + ".bn3", x);
        String shortcut = input;
        if (projected) {
            shortcut = blueprint.convolutionWithoutBias(
                    name + ".downsample.0", input, EXPANSION * width, new Window(1, stride, 0));
            shortcut = blueprint.batchNorm(name + ".downsample.1", shortcut);
        }
        return blueprint.relu(name, blueprint.add(name + ".add", x, shortcut));
    }
}
