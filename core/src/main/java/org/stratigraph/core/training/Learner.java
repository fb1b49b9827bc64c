package org.stratigraph.core.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.loss.Loss;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.Node;

/** The native side of a training: borrows the network's arrays, changes them batch by batch, and hands them back. */
final class Learner implements AutoCloseable {
    private final Loss loss = Loss.softmaxCrossEntropyLoss();
    private final Network network;
    private final TrainingPlan plan;
    private final NDManager arrays;
    private final Map<String, NDArray> learned = new LinkedHashMap<>();
    private final Map<String, NDArray> state = new LinkedHashMap<>();
    private final Adam adam;

    /** @throws IllegalArgumentException if nothing is left to learn */
    Learner(Network network, TrainingPlan plan) {
        this.network = network;
        this.plan = plan;
        for (Node node : network.nodes()) {
            if (!isFrozen(node)) {
                learned.putAll(NodeArrays.learned(node));
            }
            state.putAll(NodeArrays.all(node));
        }
        if (learned.isEmpty()) {
            throw new IllegalArgumentException("all layers are frozen, so there is nothing to learn");
        }
        this.arrays = Torch.open(network.placement());
        learned.values().forEach(array -> {
            // A gradient appears in the scope of its array, and the network's own scope takes nothing new.
            array.tempAttach(arrays);
            Torch.collectGradient(array);
        });
        this.adam = new Adam(plan.rate(), plan.steps(), learned, arrays);
        state.putAll(adam.state());
    }

    /** What a batch gave before anything was learned from it. */
    record Outcome(double loss, Accuracy accuracy) {}

    /**
     * Learns from one batch.
     *
     * @param step from 0
     * @throws IllegalStateException if the loss is no number any more
     */
    Outcome learn(Batch batch, int step) {
        try (NDManager scope = arrays.newSubManager()) {
            NDArray images = Torch.create(scope, batch.images(), network.placement());
            NDList labels = new NDList(scope.create(batch.labels()));
            Torch.seed(Order.mixed(plan.seed(), step)); // so that a resumed training drops what this one would have
            NDArray logits = Torch.recording(true, () -> TrainingPass.logits(network, images, this::isFrozen));
            NDArray error = Torch.recording(true, () -> loss.evaluate(labels, new NDList(logits)));
            float value = error.getFloat();
            if (!Float.isFinite(value)) {
                throw new IllegalStateException(
                        "at step " + (step + 1) + " the loss is " + value + ": try a lower learning rate");
            }
            update(error, step, scope);
            int right = Examination.right(Torch.toHeap(logits), batch.labels());
            return new Outcome(value, new Accuracy(right, batch.labels().length));
        }
    }

    private boolean isFrozen(Node node) {
        return plan.freezes(node.name());
    }

    private void update(NDArray error, int step, NDManager scope) {
        NDList leaves = new NDList(learned.values());
        NDList gradients = Torch.vectorJacobian(error, scope.ones(new Shape()), leaves, false, scope);
        List<String> names = List.copyOf(learned.keySet());
        Torch.recording(false, () -> {
            for (int i = 0; i < names.size(); i++) {
                adam.update(step, names.get(i), leaves.get(i), gradients.get(i));
            }
            return adam;
        });
    }

    void write(Path checkpoint, int step) throws IOException {
        Checkpoint.write(checkpoint, state, step, plan);
    }

    /** Gives back how many steps are done. */
    int read(Path checkpoint) throws IOException {
        return Checkpoint.read(checkpoint, state, plan, arrays, network.placement());
    }

    @Override
    public void close() {
        learned.values().forEach(Torch::ignoreGradient);
        arrays.close(); // hands the weights back to the network
    }
}
