package org.stratigraph.testkit;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.weights.WeightsSource;

/**
 * Weights with a tensor left out, put in or replaced. Immutable.
 *
 * @param original where all else comes from
 * @param names of the tensors that there are
 * @param changed tensors that are not the original's
 */
record AlteredWeights(WeightsSource original, Set<String> names, Map<String, Tensor> changed) implements WeightsSource {
    static AlteredWeights without(WeightsSource original, String name) {
        Set<String> names = new LinkedHashSet<>(original.names());
        names.remove(name);
        return new AlteredWeights(original, names, Map.of());
    }

    static AlteredWeights with(WeightsSource original, String name, Tensor tensor) {
        Set<String> names = new LinkedHashSet<>(original.names());
        names.add(name);
        Map<String, Tensor> changed = new LinkedHashMap<>();
        changed.put(name, tensor);
        return new AlteredWeights(original, names, changed);
    }

    @Override
    public String description() {
        return original.description() + ", altered";
    }

    @Override
    public int[] shape(String name) {
        require(name);
        return changed.containsKey(name) ? changed.get(name).shape() : original.shape(name);
    }

    @Override
    public Tensor tensor(String name) {
        require(name);
        return changed.containsKey(name) ? changed.get(name) : original.tensor(name);
    }

    private void require(String name) {
        if (!names.contains(name)) {
            throw new NoSuchElementException("no tensor '" + name + "' in " + description());
        }
    }

    @Override
    public Map<String, String> metadata() {
        return original.metadata();
    }

    @Override
    public String sha256() {
        return "altered";
    }
}
