package org.stratigraph.zoo.topology;

import org.stratigraph.core.network.NetworkBuilder;
import org.stratigraph.core.op.Window;

/**
 * SqueezeNet 1.0 (Iandola et al., 2016) as torchvision builds it: fire modules, and a convolution for a classifier. A fire
 * module's output, both expansions side by side, bears the module's name.
 */
public record SqueezeNet() implements Topology {
    private static final Window POOL = new Window(3, 2, 0);
    private static final Window POINT = new Window(1, 1, 0);

    @Override
    public void draw(Blueprint blueprint) {
        String x = blueprint.convolution("features.0", NetworkBuilder.INPUT, 96, new Window(7, 2, 0));
        x = blueprint.relu("features.1", x);
        x = blueprint.maxPool("features.2", x, POOL, true);
        x = fire(blueprint, "features.3", x, 16, 64);
        x = fire(blueprint, "features.4", x, 16, 64);
        x = fire(blueprint, "features.5", x, 32, 128);
        x = blueprint.maxPool("features.6", x, POOL, true);
        x = fire(blueprint, "features.7", x, 32, 128);
        x = fire(blueprint, "features.8", x, 48, 192);
        x = fire(blueprint, "features.9", x, 48, 192);
        x = fire(blueprint, "features.10", x, 64, 256);
        x = blueprint.maxPool("features.11", x, POOL, true);
        x = fire(blueprint, "features.12", x, 64, 256);
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
