package org.stratigraph.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Torch;

class AdamTest {
    private static final Offset<Float> ROUNDING = within(1e-5f);

    /** Against Loshchilov and Hutter's algorithm 2 written out for one number of each kind. */
    @Test
    void it_is_adam_with_decoupled_decay_of_filters_only() {
        try (NDManager arrays = Torch.open(Placement.standard().on("cpu"))) {
            NDArray filter = arrays.create(new float[] {3}, new Shape(1, 1));
            NDArray bias = arrays.create(new float[] {3});
            Map<String, NDArray> learned = Map.of("filter", filter, "bias", bias);
            learned.values().forEach(Torch::collectGradient);
            Adam adam = new Adam(new LearningRate(0.1, 0, 0.5), 1_000_000, learned, arrays);
            Slow slowFilter = new Slow(0.5);
            Slow slowBias = new Slow(0);

            for (int step = 0; step < 5; step++) {
                learn(adam, step, "filter", filter, arrays);
                learn(adam, step, "bias", bias, arrays);

                assertThat(filter.getFloat(0, 0)).isCloseTo((float) slowFilter.step(step + 1), ROUNDING);
                assertThat(bias.getFloat(0)).isCloseTo((float) slowBias.step(step + 1), ROUNDING);
            }
        }
    }

    /** Goes down the slope of x * x. */
    private static void learn(Adam adam, int step, String name, NDArray x, NDManager arrays) {
        NDArray square = Torch.recording(true, () -> x.mul(x).sum());
        NDList gradient = Torch.vectorJacobian(square, arrays.ones(new Shape()), new NDList(x), false, arrays);
        Torch.recording(false, () -> {
            adam.update(step, name, x, gradient.singletonOrThrow());
            return x;
        });
    }

    private static final class Slow {
        private final double decay;
        private double x = 3;
        private double mean;
        private double variance;

        private Slow(double decay) {
            this.decay = decay;
        }

        double step(int count) {
            double gradient = 2 * x;
            mean = 0.9 * mean + 0.1 * gradient;
            variance = 0.999 * variance + 0.001 * gradient * gradient;
            double corrected = mean / (1 - Math.pow(0.9, count));
            double spread = Math.sqrt(variance / (1 - Math.pow(0.999, count)));
            x = x - 0.1 * corrected / (spread + 1e-8) - 0.1 * decay * x;
            return x;
        }
    }
}
