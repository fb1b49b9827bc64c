package org.stratigraph.core.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.tracker.Tracker;
import java.util.LinkedHashMap;
import java.util.Map;
import org.stratigraph.core.engine.Torch;

/**
 * Adam with decoupled weight decay. DJL's own optimiser of that name does the same sums (its native step is used here),
 * but keeps its means where no checkpoint can reach them.
 */
final class Adam {
    private static final Torch.AdamRates RATES = new Torch.AdamRates(0.9f, 0.999f, 1e-8f);

    private final Tracker rate;
    private final float decay;
    private final Map<String, NDList> states = new LinkedHashMap<>();

    /**
     * Starts with means of zero.
     *
     * @param arrays owns the means
     */
    Adam(LearningRate rate, int steps, Map<String, NDArray> learned, NDManager arrays) {
        this.rate = rate.over(steps);
        this.decay = (float) rate.weightDecay();
        learned.forEach((name, array) -> {
            NDList state = new NDList(array.zerosLike(), array.zerosLike());
            state.attach(arrays);
            states.put(name, state);
        });
    }

    /**
     * Changes an array in place.
     *
     * @param step from 0
     */
    void update(int step, String name, NDArray array, NDArray gradient) {
        float now = rate.getNewValue(step);
        double correction =
                Math.sqrt(1 - Math.pow(RATES.variance(), step + 1)) / (1 - Math.pow(RATES.mean(), step + 1));
        // Filters decay; biases and batch norms do not, as is usual.
        float shrink = array.getShape().dimension() > 1 ? decay : 0;
        Torch.adamStep(array, gradient, states.get(name), now, (float) (now * correction), shrink, RATES);
    }

    /** The means and variances by name, for a checkpoint to read and to write. */
    Map<String, NDArray> state() {
        Map<String, NDArray> named = new LinkedHashMap<>();
        states.forEach((name, state) -> {
            named.put("adam.mean/" + name, state.get(0));
            named.put("adam.variance/" + name, state.get(1));
        });
        return named;
    }
}
