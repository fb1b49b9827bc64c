package org.stratigraph.core.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.files.SafeTensors;
import org.stratigraph.core.files.SafeTensorsWriter;
import org.stratigraph.core.image.Tensor;

/** A training's state in a safetensors file: weights, running statistics, Adam's means, the step and the plan. */
final class Checkpoint {
    private static final String STEP = "step";
    private static final String PLAN = "plan";

    private Checkpoint() {}

    static void write(Path file, Map<String, NDArray> arrays, int step, TrainingPlan plan) throws IOException {
        SafeTensorsWriter writer = new SafeTensorsWriter();
        writer.metadata(STEP, Integer.toString(step)).metadata(PLAN, plan.toString());
        arrays.forEach((name, array) -> writer.add(name, Torch.toHeap(array)));
        writer.write(file);
    }

    /**
     * Puts the numbers of a file into the arrays and gives back the step after which it was written.
     *
     * @throws IOException if it is no checkpoint of this plan and these arrays; then nothing has changed
     */
    static int read(Path file, Map<String, NDArray> arrays, TrainingPlan plan, NDManager owner, Placement placement)
            throws IOException {
        SafeTensors tensors = SafeTensors.open(file);
        check(file, tensors, arrays, plan);
        try (NDManager scratch = owner.newSubManager()) {
            for (Map.Entry<String, NDArray> entry : arrays.entrySet()) {
                Tensor values = tensors.floats(entry.getKey());
                Torch.overwrite(entry.getValue(), Torch.create(scratch, values, placement));
            }
        }
        return Integer.parseInt(tensors.metadata().get(STEP));
    }

    private static void check(Path file, SafeTensors tensors, Map<String, NDArray> arrays, TrainingPlan plan)
            throws IOException {
        String written = tensors.metadata().getOrDefault(PLAN, "none: it is not a checkpoint");
        if (!written.equals(plan.toString())) {
            throw new IOException(
                    file + " belongs to another training; its plan is " + written + ", this one is " + plan);
        }
        if (!tensors.names().equals(arrays.keySet())) {
            throw new IOException(file + " holds the state of another network: "
                    + tensors.names().size() + " arrays, this training has " + arrays.size());
        }
        for (Map.Entry<String, NDArray> entry : arrays.entrySet()) {
            int[] shape = shape(entry.getValue());
            if (!Arrays.equals(shape, tensors.shape(entry.getKey()))) {
                throw new IOException(file + ": '" + entry.getKey() + "' has the shape "
                        + Tensor.describe(tensors.shape(entry.getKey())) + ", here " + Tensor.describe(shape));
            }
        }
    }

    private static int[] shape(NDArray array) {
        return Arrays.stream(array.getShape().getShape())
                .mapToInt(Math::toIntExact)
                .toArray();
    }
}
