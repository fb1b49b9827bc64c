package org.stratigraph.perturbation;

import java.util.Set;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.weights.WeightsSource;

/**
 * Weights of a network to whose logits something is added. Immutable.
 *
 * @param original where all else comes from
 * @param bias the last linear layer's, by name
 */
record ShiftedLogits(WeightsSource original, String bias, Tensor offset) implements WeightsSource {
    @Override
    public Tensor tensor(String name) {
        Tensor tensor = original.tensor(name);
        if (!name.equals(bias)) {
            return tensor;
        }
        float[] shifted = tensor.toArray();
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] += offset.values().get(i);
        }
        return Tensor.of(shifted, tensor.shape());
    }

    @Override
    public String description() {
        return original.description() + ", shifted";
    }

    @Override
    public Set<String> names() {
        return original.names();
    }

    @Override
    public int[] shape(String name) {
        return original.shape(name);
    }

    @Override
    public String sha256() {
        return "shifted";
    }
}
