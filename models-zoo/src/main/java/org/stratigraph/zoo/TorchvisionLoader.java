package org.stratigraph.zoo;

import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.image.Preprocessing;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.NetworkBuilder;
import org.stratigraph.core.spi.Labels;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.ModelLoader;
import org.stratigraph.core.weights.WeightsSource;
import org.stratigraph.zoo.topology.Blueprint;
import org.stratigraph.zoo.topology.FileParameters;
import org.stratigraph.zoo.topology.Parameters;
import org.stratigraph.zoo.topology.RandomParameters;
import org.stratigraph.zoo.topology.Topology;

/**
 * Loads a topology of torchvision, with ImageNet's preprocessing and class names where the weights note no others.
 * Immutable.
 *
 * @param name as a user types it, for messages
 * @param fold whether batch norms go into their convolutions
 */
record TorchvisionLoader(String name, Topology topology, boolean fold) implements ModelLoader {
    @Override
    public Model open(WeightsSource weights, Placement placement) {
        FileParameters parameters = new FileParameters(name, weights);
        return build(parameters, placement, parameters::requireAllUsed, new Notes(weights));
    }

    @Override
    public Model untrained(int divisor, int classes, long seed, Placement placement) {
        return build(new RandomParameters(divisor, classes, seed), placement, () -> {}, Notes.none());
    }

    private Model build(Parameters parameters, Placement placement, Runnable whenDrawn, Notes notes) {
        try (NetworkBuilder builder = new NetworkBuilder(placement)) {
            Blueprint blueprint = new Blueprint(builder, parameters);
            topology.draw(blueprint);
            whenDrawn.run();
            Labels labels = notes.labels(blueprint.classes());
            Preprocessing preprocessing = notes.preprocessing();
            Network network = fold ? builder.buildFolded() : builder.build();
            return new Model(network, preprocessing, labels);
        }
    }
}
