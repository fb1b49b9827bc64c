package org.stratigraph.core.op;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.stratigraph.core.Noise;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Placement.Layout;
import org.stratigraph.core.engine.Precision;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.Tensor;

/**
 * What an op gives in float64, and its gradients for a cotangent.
 *
 * @param shape of the output
 * @param cotangent of the output, random or given
 * @param gradients one per input
 */
record Differentiated(int[] shape, double[] output, double[] cotangent, List<double[]> gradients) {
    /** Makes an op; arrays for it come from the function given. */
    interface Recipe {
        Op make(Function<Tensor, NDArray> weights);
    }

    /** Runs under a random cotangent. */
    static Differentiated of(Layout layout, Recipe recipe, Tensor... inputs) {
        return run(layout, recipe, null, inputs);
    }

    /** Runs under a cotangent of ones, so that a gradient counts how often an input is used. */
    static Differentiated counted(Layout layout, Recipe recipe, Tensor... inputs) {
        return run(layout, recipe, 1.0, inputs);
    }

    private static Differentiated run(Layout layout, Recipe recipe, Double fill, Tensor... inputs) {
        Placement placement =
                Placement.standard().on("cpu").in(Precision.FLOAT64).laidOut(layout);
        try (NDManager manager = Torch.open(placement)) {
            Op op = recipe.make(tensor -> Torch.create(manager, tensor, placement));
            NDList leaves = new NDList();
            for (Tensor input : inputs) {
                NDArray leaf = Torch.detach(Torch.create(manager, input, placement), manager);
                Torch.collectGradient(leaf);
                leaves.add(leaf);
            }
            NDArray output = Torch.recording(true, () -> op.forward(leaves));
            int[] shape = Arrays.stream(output.getShape().getShape())
                    .mapToInt(Math::toIntExact)
                    .toArray();
            Tensor noise = Noise.tensor(99, shape);
            NDArray cotangent = fill == null
                    ? Torch.create(manager, noise, placement)
                    : output.onesLike().mul(fill);
            NDList gradients = Torch.vectorJacobian(output, cotangent, leaves, false, manager);
            return new Differentiated(
                    shape,
                    output.toDoubleArray(),
                    cotangent.toDoubleArray(),
                    gradients.stream().map(NDArray::toDoubleArray).toList());
        }
    }
}
