package org.stratigraph.zoo.topology;

import org.stratigraph.core.network.NetworkBuilder;
import org.stratigraph.core.op.Window;

/** AlexNet ("One weird trick", Krizhevsky, 2014) as torchvision builds it. */
public record AlexNet() implements Topology {
    private static final Window POOL = new Window(3, 2, 0);
    private static final Window THREE = new Window(3, 1, 1);
    private static final int GRID = 6;
    private static final int HIDDEN = 4096;

    @Override
    public void draw(Blueprint blueprint) {
        String x = blueprint.convolution("features.0", NetworkBuilder.INPUT, 64, new Window(11, 4, 2));
        x = blueprint.maxPool("features.2", blueprint.relu("features.1", x), POOL, false);
        x = blueprint.convolution("features.3", x, 192, new Window(5, 1, 2));
        x = blueprint.maxPool("features.5", blueprint.relu("features.4", x), POOL, false);
        x = blueprint.relu("features.7", blueprint.convolution("features.6", x, 384, THREE));
        x = blueprint.relu("features.9", blueprint.convolution("features.8", x, 256, THREE));
        x = blueprint.relu("features.11", blueprint.convolution("features.10", x, 256, THREE));
        x = blueprint.maxPool("features.12", x, POOL, false);
        x = blueprint.adaptiveAveragePool("avgpool", x, GRID, GRID);
        x = blueprint.flatten("flatten", x, GRID, GRID);
        x = blueprint.dropout("classifier.0", x);
        x = blueprint.relu("classifier.2", blueprint.linear("classifier.1", x, HIDDEN));
        x = blueprint.dropout("classifier.3", x);
        x = blueprint.relu("classifier.5", blueprint.linear("classifier.4", x, HIDDEN));
        blueprint.classifyingLinear("classifier.6", x);
    }
}
