package org.stratigraph.zoo.topology;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.stratigraph.core.network.NetworkBuilder;
import org.stratigraph.core.op.Window;

/**
 * VGG (Simonyan and Zisserman, 2014) as torchvision builds it: 3 x 3 convolutions in stages, each stage ended by a pool,
 * then three linear layers.
 *
 * @param stages output widths of the convolutions of each stage
 * @param batchNorm whether each convolution is followed by a batch norm, as in torchvision's {@code vgg16_bn}
 */
public record Vgg(List<List<Integer>> stages, boolean batchNorm) implements Topology {
    private static final Window CONVOLUTION = new Window(3, 1, 1);
    private static final Window POOL = new Window(2, 2, 0);
    private static final int GRID = 7;
    private static final int HIDDEN = 4096;

    private static final List<Integer> WIDTHS = List.of(64, 128, 256, 512, 512);

    public static Vgg vgg11() {
        return plain(1, 1, 2, 2, 2);
    }

    public static Vgg vgg13() {
        return plain(2, 2, 2, 2, 2);
    }

    public static Vgg vgg16() {
        return plain(2, 2, 3, 3, 3);
    }

    public static Vgg vgg19() {
        return plain(2, 2, 4, 4, 4);
    }

    private static Vgg plain(int... depths) {
        return new Vgg(
                IntStream.range(0, depths.length)
                        .mapToObj(stage -> Collections.nCopies(depths[stage], WIDTHS.get(stage)))
                        .toList(),
                false);
    }

    /** The same with a batch norm after each convolution. */
    public Vgg withBatchNorm() {
        return new Vgg(stages, true);
    }

    @Override
    public void draw(Blueprint blueprint) {
        String x = NetworkBuilder.INPUT;
        int module = 0;
        for (List<Integer> stage : stages) {
            for (int width : stage) {
                x = blueprint.convolution("features." + module++, x, width, CONVOLUTION);
                if (batchNorm) {
                    x = blueprint.batchNorm("features." + module++, x);
                }
                x = blueprint.relu("features." + module++, x);
            }
            x = blueprint.maxPool("features." + module++, x, POOL, false);
        }
        x = blueprint.adaptiveAveragePool("avgpool", x, GRID, GRID);
        x = blueprint.flatten("flatten", x, GRID, GRID);
        x = blueprint.linear("classifier.0", x, HIDDEN);
        x = blueprint.relu("classifier.1", x);
        x = blueprint.dropout("classifier.2", x);
        x = blueprint.linear("classifier.3", x, HIDDEN);
        x = blueprint.relu("classifier.4", x);
        x = blueprint.dropout("classifier.5", x);
        blueprint.classifyingLinear("classifier.6", x);
    }
}
