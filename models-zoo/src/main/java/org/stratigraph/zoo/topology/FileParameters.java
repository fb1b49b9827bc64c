package org.stratigraph.zoo.topology;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Names;
import org.stratigraph.core.weights.WeightsSource;

/**
 * The parameters of a weight file: widths are read off its shapes, and every tensor must be used once with the shape that
 * the topology needs.
 */
public final class FileParameters implements Parameters {
    /** torch counts batches in each batch norm; inference never reads it, so it may be there or not. */
    private static final String BATCH_COUNTER = ".num_batches_tracked";

    private final String topology;
    private final WeightsSource weights;
    private final Set<String> unused;

    /**
     * Opens nothing yet.
     *
     * @param topology the model's name, for messages
     */
    public FileParameters(String topology, WeightsSource weights) {
        this.topology = topology;
        this.weights = weights;
        this.unused = new TreeSet<>(weights.names());
        unused.removeIf(name -> name.endsWith(BATCH_COUNTER));
    }

    @Override
    public int width(String tensor, int standard) {
        int[] shape = shape(tensor);
        if (shape.length == 0 || shape[0] < 1) {
            throw new IllegalArgumentException(weights.description() + ": tensor '" + tensor + "' of shape "
                    + Tensor.describe(shape) + " says no width for " + topology);
        }
        return shape[0];
    }

    @Override
    public int hiddenWidth(String tensor, int standard) {
        return width(tensor, standard);
    }

    @Override
    public int classes(String tensor) {
        return width(tensor, 0);
    }

    @Override
    public Tensor take(String tensor, int... shape) {
        int[] found = shape(tensor);
        if (!Arrays.equals(found, shape)) {
            throw new IllegalArgumentException(weights.description() + ": tensor '" + tensor + "' has the shape "
                    + Tensor.describe(found) + ", " + topology + " needs " + Tensor.describe(shape));
        }
        unused.remove(tensor);
        return weights.tensor(tensor);
    }

    /**
     * Ends the reading.
     *
     * @throws IllegalArgumentException if the file holds tensors that the topology has no place for
     */
    public void requireAllUsed() {
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException(weights.description() + " holds " + unused.size()
                    + " tensors that " + topology + " has no place for: " + shortened(unused)
                    + "; is it the file of another model?");
        }
    }

    private int[] shape(String tensor) {
        if (!weights.names().contains(tensor)) {
            throw new IllegalArgumentException(weights.description() + ": " + topology + " needs a tensor '" + tensor
                    + "', which is missing; nearest of the " + weights.names().size() + " there: "
                    + String.join(", ", Names.nearest(tensor, List.copyOf(weights.names()), 3))
                    + "; is it the file of another model?");
        }
        return weights.shape(tensor);
    }

    private static String shortened(Set<String> names) {
        String first = String.join(", ", names.stream().limit(5).toList());
        return names.size() > 5 ? first + ", ..." : first;
    }
}
