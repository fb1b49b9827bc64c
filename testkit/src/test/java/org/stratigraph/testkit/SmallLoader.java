package org.stratigraph.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.image.Preprocessing;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.NetworkBuilder;
import org.stratigraph.core.op.Convolution;
import org.stratigraph.core.op.GlobalAveragePool;
import org.stratigraph.core.op.Linear;
import org.stratigraph.core.op.Window;
import org.stratigraph.core.spi.Labels;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.ModelLoader;
import org.stratigraph.core.weights.MemoryWeights;
import org.stratigraph.core.weights.WeightsSource;

/** A loader of one convolution and one linear layer. */
class SmallLoader implements ModelLoader {
    private static final Set<String> NAMES = Set.of("conv.weight", "fc.weight", "fc.bias");

    static WeightsSource weights() {
        return random(4, 3, 1);
    }

    private static WeightsSource random(int width, int classes, long seed) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("conv.weight", Noise.tensor(seed, width, 3, 1, 1));
        tensors.put("fc.weight", Noise.tensor(seed + 1000, classes, width));
        tensors.put("fc.bias", Noise.tensor(seed + 2000, classes));
        return new MemoryWeights("a small model", tensors, Map.of());
    }

    @Override
    public Model open(WeightsSource weights, Placement placement) {
        check(weights);
        try (NetworkBuilder builder = new NetworkBuilder(placement)) {
            Tensor filters = weights.tensor("conv.weight");
            Tensor matrix = weights.tensor("fc.weight");
            Window point = new Window(1, 1, 0);
            builder.add("conv", new Convolution(builder.weights(filters), Optional.empty(), point, 1, 1), "input");
            builder.add("pool", new GlobalAveragePool(), "conv");
            builder.add("fc", new Linear(builder.weights(matrix), builder.weights(weights.tensor("fc.bias"))), "pool");
            return new Model(builder.build(), Preprocessing.imagenet(), Labels.numbered(matrix.dimension(0)));
        }
    }

    /** Refuses what is missing, left over or of another rank. */
    void check(WeightsSource weights) {
        for (String name : NAMES) {
            int rank = name.equals("conv.weight") ? 4 : name.equals("fc.weight") ? 2 : 1;
            if (!weights.names().contains(name) || weights.shape(name).length != rank) {
                throw new IllegalArgumentException("no '" + name + "', or one of another shape");
            }
        }
        weights.names().stream().filter(name -> !NAMES.contains(name)).forEach(name -> {
            throw new IllegalArgumentException("no place for '" + name + "'");
        });
    }

    @Override
    public Model untrained(int divisor, int classes, long seed, Placement placement) {
        return open(random(64 / divisor, classes, seed), placement);
    }
}
