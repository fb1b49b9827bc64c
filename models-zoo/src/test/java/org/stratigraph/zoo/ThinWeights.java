package org.stratigraph.zoo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.NetworkBuilder;
import org.stratigraph.core.weights.MemoryWeights;
import org.stratigraph.core.weights.WeightsSource;
import org.stratigraph.zoo.topology.Blueprint;
import org.stratigraph.zoo.topology.Parameters;
import org.stratigraph.zoo.topology.RandomParameters;
import org.stratigraph.zoo.topology.Topology;

/** Random weights for a topology at a sixteenth of its width, under torchvision's names. */
final class ThinWeights {
    private ThinWeights() {}

    static WeightsSource of(Topology topology) {
        Map<String, Tensor> taken = new LinkedHashMap<>();
        try (NetworkBuilder builder = new NetworkBuilder(Placement.standard())) {
            topology.draw(new Blueprint(builder, new Remembering(new RandomParameters(16, 4, 3), taken)));
        }
        return new MemoryWeights("thin weights", taken, Map.of());
    }

    private record Remembering(Parameters parameters, Map<String, Tensor> taken) implements Parameters {
        @Override
        public int width(String tensor, int standard) {
            return parameters.width(tensor, standard);
        }

        @Override
        public int hiddenWidth(String tensor, int standard) {
            return parameters.hiddenWidth(tensor, standard);
        }

        @Override
        public int classes(String tensor) {
            return parameters.classes(tensor);
        }

        @Override
        public Tensor take(String tensor, int... shape) {
            taken.put(tensor, parameters.take(tensor, shape));
            return taken.get(tensor);
        }
    }
}
