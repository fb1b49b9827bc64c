package org.stratigraph.perturbation;

import java.util.List;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.image.Preprocessing;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.NetworkBuilder;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.op.Flatten;
import org.stratigraph.core.op.Linear;
import org.stratigraph.core.spi.Case;
import org.stratigraph.core.spi.Labels;
import org.stratigraph.core.spi.MemoryBudget;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Sample;

/** A network whose logits are weighted sums of all pixels, so that they can be worked out by hand. */
final class LinearModel implements AutoCloseable {
    private final Network network;

    /** @param weights a row per class */
    LinearModel(float[][] weights, float[] bias) {
        Tensor matrix = Tensor.stack(
                List.of(weights).stream().map(row -> Tensor.of(row, row.length)).toList());
        try (NetworkBuilder builder = new NetworkBuilder(Placement.standard())) {
            builder.add("flatten", new Flatten(), NetworkBuilder.INPUT);
            builder.add(
                    "fc",
                    new Linear(builder.weights(matrix), builder.weights(Tensor.of(bias, bias.length))),
                    "flatten");
            this.network = builder.build();
        }
    }

    /** A case about a class for an input given as it enters. */
    Case sample(int target, float[] input, int... shape) {
        RgbImage view = new RgbImage(shape[2], shape[1], new byte[3 * shape[1] * shape[2]]);
        Model model = new Model(network, Preprocessing.square(shape[1]), Labels.numbered(2));
        Sample sample = new Sample("by hand", view, target, List.of());
        return new Case(model, sample, view, Tensor.of(input, shape), Target.logit(target), new MemoryBudget(1 << 20));
    }

    @Override
    public void close() {
        network.close();
    }
}
