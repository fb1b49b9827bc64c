package org.stratigraph.zoo.topology;

import java.util.List;
import org.stratigraph.core.network.NetworkBuilder;
import org.stratigraph.core.op.Window;

/**
 * SqueezeNet (Iandola et al., 2016) as torchvision builds it: fire modules, and a convolution for a classifier. A fire
 * module's output, both expansions side by side, bears the module's name.
 *
 * @param stem width of the first convolution
 * @param first its window
 * @param pooledAfter numbers of fire modules between one pool and the next
 */
public record SqueezeNet(int stem, Window first, List<Integer> pooledAfter) implements Topology {
    private static final Window POOL = new Window(3, 2, 0);
    private static final Window POINT = new Window(1, 1, 0);

    /** Widths of the eight fire modules, squeezed; each expansion has four times as many. */
    private static final List<Integer> SQUEEZED = List.of(16, 16, 32, 32, 48, 48, 64, 64);

    public static SqueezeNet squeezenet10() {
        return new SqueezeNet(96, new Window(7, 2, 0), List.of(3, 4, 1));
    }

    public static SqueezeNet squeezenet11() {
        return new SqueezeNet(64, new Window(3, 2, 0), List.of(2, 2, 4));
    }

    @Override
    public void draw(Blueprint blueprint) {
        String x = blueprint.convolution("features.0", NetworkBuilder.INPUT, stem, first);
        x = blueprint.relu("features.1", x);
        int module = 2;
        int fire = 0;
        for (int fires : pooledAfter) {
            x = blueprint.maxPool("features." + module++, x, POOL, true);
            for (int i = 0; i < fires; i++) {
                int squeezed = SQUEEZED.get(fire++);
                x = fire(blueprint, "features." + module++, x, squeezed, 4 * squeezed);
            }
        }
        x = blueprint.dropout("classifier.0", x);
        x = blueprint.classifyingConvolution("classifier.1", x, POINT);
        x = blueprint.relu("classifier.2", x);
        x = blueprint.adaptiveAveragePool("classifier.3", x, 1, 1);
        blueprint.flatten("flatten", x, 1, 1);
    }

    private static String fire(Blueprint blueprint, String name, String input, int squeeze, int expand) {
        String x = blueprint.convolution(name + ".squeeze", input, squeeze, POINT);
        x = blueprint.relu(name + ".squeeze_activation", x);
        String one = blueprint.convolution(name + ".expand1x1", x, expand, POINT);
        one = blueprint.relu(name + ".expand1x1_activation", one);
        String three = blueprint.convolution(name + ".expand3x3", x, expand, new Window(3, 1, 1));
        three = blueprint.relu(name + ".expand3x3_activation", three);
        return blueprint.concat(name, one, three);
    }
}
