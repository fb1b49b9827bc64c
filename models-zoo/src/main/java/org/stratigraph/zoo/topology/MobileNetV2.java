package org.stratigraph.zoo.topology;

import java.util.List;
import org.stratigraph.core.network.NetworkBuilder;
import org.stratigraph.core.op.Window;

/**
 * MobileNetV2 (Sandler et al., 2018) as torchvision builds it: inverted residual blocks, which widen, filter each channel by
 * itself, and narrow again. A block's output bears the block's module name: the sum with its shortcut or, where it has none,
 * its last batch norm's output once more.
 */
public record MobileNetV2() implements Topology {
    private static final int STEM = 32;
    private static final int HEAD = 1280;
    private static final double DROPPED = 0.2;
    private static final Window POINT = new Window(1, 1, 0);

    /** Table 2 of the paper. */
    private static final List<Stage> STAGES = List.of(
            new Stage(1, 16, 1, 1),
            new Stage(6, 24, 2, 2),
            new Stage(6, 32, 3, 2),
            new Stage(6, 64, 4, 2),
            new Stage(6, 96, 3, 1),
            new Stage(6, 160, 3, 2),
            new Stage(6, 320, 1, 1));

    /**
     * Blocks of one width.
     *
     * @param expansion how many times wider than its input a block is inside
     * @param width of their outputs
     * @param depth number of blocks
     * @param stride of the first one
     */
    private record Stage(int expansion, int width, int depth, int stride) {}

    @Override
    public void draw(Blueprint blueprint) {
        String x = blueprint.convolutionWithoutBias("features.0.0", NetworkBuilder.INPUT, STEM, new Window(3, 2, 1));
        x = activated(blueprint, "features.0", x);
        int module = 1;
        int width = STEM;
        for (Stage stage : STAGES) {
            for (int number = 0; number < stage.depth(); number++) {
                x = block(blueprint, "features." + module++, x, width, stage, number == 0 ? stage.stride() : 1);
                width = stage.width();
            }
        }
        String head = "features." + module;
        x = activated(blueprint, head, blueprint.convolutionWithoutBias(head + ".0", x, HEAD, POINT));
        x = blueprint.adaptiveAveragePool("adaptive_avg_pool2d", x, 1, 1);
        x = blueprint.flatten("flatten", x, 1, 1);
        x = blueprint.dropout("classifier.0", x, DROPPED);
        blueprint.classifyingLinear("classifier.1", x);
    }

    private static String block(
            Blueprint blueprint, String name, String input, int inputWidth, Stage stage, int stride) {
        String x = input;
        int step = 0;
        if (stage.expansion() > 1) {
            String widening = name + ".conv." + step++;
            x = blueprint.convolutionWithoutBias(widening + ".0", x, stage.expansion() * inputWidth, POINT);
            x = activated(blueprint, widening, x);
        }
        String filtering = name + ".conv." + step++;
        x = blueprint.depthwiseConvolution(filtering + ".0", x, new Window(3, stride, 1));
        x = activated(blueprint, filtering, x);
        x = blueprint.convolutionWithoutBias(name + ".conv." + step++, x, stage.width(), POINT);
        x = blueprint.batchNorm(name + ".conv." + step, x);
        // torchvision compares the widths at hand, so a thin network may have shortcuts that the full one lacks
        boolean shortcut = stride == 1 && blueprint.equallyWide(x, input);
        return shortcut ? blueprint.add(name, x, input) : blueprint.identity(name, x);
    }

    /** The batch norm and the ReLU of a module, after its convolution. */
    private static String activated(Blueprint blueprint, String module, String convolution) {
        return blueprint.relu6(module + ".2", blueprint.batchNorm(module + ".1", convolution));
    }
}
