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
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.Node;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Split;

/**
 * A training in progress, in the model's own arrays: while it is open, the model is used by nothing else. One thread.
 *
 * <pre>{@code
 * try (Trainer trainer = new Trainer(model, plan, validation)) {
 *     trainer.run(data, Optional.of(checkpoints), listener, () -> false);
 * }
 * Map<String, Tensor> weights = StateDict.of(model.network());
 * }</pre>
 *
 * <p>libtorch has one set of dice per process, so of two trainings with dropout at a time neither can be repeated.
 */
public final class Trainer implements AutoCloseable {
    private final Loss loss = Loss.softmaxCrossEntropyLoss();
    private final Model model;
    private final TrainingPlan plan;
    private final Validation validation;
    private final NDManager arrays;
    private final Map<String, NDArray> learned = new LinkedHashMap<>();
    private final Map<String, NDArray> state = new LinkedHashMap<>();
    private final Adam adam;
    private int step;

    /**
     * Starts from the weights that the model has.
     *
     * @param model with its batch norms unfolded, if it has any
     * @throws IllegalArgumentException if nothing is left to learn, or a frozen layer does not exist
     */
    public Trainer(Model model, TrainingPlan plan, Validation validation) {
        this.model = model;
        this.plan = plan;
        this.validation = validation;
        check(model.network(), plan);
        for (Node node : model.network().nodes()) {
            if (!plan.freezes(node.name())) {
                learned.putAll(NodeArrays.learned(node));
            }
            state.putAll(NodeArrays.all(node));
        }
        if (learned.isEmpty()) {
            throw new IllegalArgumentException("all layers are frozen, so there is nothing to learn");
        }
        this.arrays = Torch.open(model.network().placement());
        learned.values().forEach(array -> {
            // A gradient appears in the scope of its array, and the network's own scope takes nothing new.
            array.tempAttach(arrays);
            Torch.collectGradient(array);
        });
        this.adam = new Adam(plan.rate(), plan.steps(), learned, arrays);
        state.putAll(adam.state());
    }

    private static void check(Network network, TrainingPlan plan) {
        for (String name : plan.frozen()) {
            if (network.nodes().stream().noneMatch(node -> TrainingPlan.isUnder(name, node.name()))) {
                network.node(name); // says what comes near
            }
        }
    }

    /**
     * Goes back, or forward, to the state in a checkpoint.
     *
     * @throws IOException if it cannot be read or belongs to another plan or network
     */
    public void resume(Path checkpoint) throws IOException {
        step = Checkpoint.read(checkpoint, state, plan, arrays, model.network().placement());
    }

    /** How many steps are done. */
    public int step() {
        return step;
    }

    /**
     * Goes on until all steps are done, the target is reached, or it is asked to stop.
     *
     * @param checkpoints where to keep the state, if anywhere
     * @param stop asked before each step; interrupting the thread does the same
     * @throws IOException if a picture cannot be read or a checkpoint not written
     */
    public Ending run(
            DataSource data, Optional<Checkpoints> checkpoints, TrainingListener listener, BooleanSupplier stop)
            throws IOException {
        Ending ending;
        try (Batches batches = new Batches(data.samples(Split.TRAIN), model.preprocessing(), plan, step)) {
            ending = advance(batches, data, checkpoints, listener, stop);
        } catch (InterruptedException asked) {
            ending = Ending.INTERRUPTED;
        }
        if (checkpoints.isPresent()) {
            write(checkpoints.get());
        }
        return ending;
    }

    private Ending advance(
            Batches batches,
            DataSource data,
            Optional<Checkpoints> checkpoints,
            TrainingListener listener,
            BooleanSupplier stop)
            throws IOException, InterruptedException {
        while (step < plan.steps()) {
            if (stop.getAsBoolean() || Thread.interrupted()) {
                return Ending.INTERRUPTED;
            }
            listener.stepped(step(batches));
            if (validation.isDue(step) && reachesTarget(data, listener)) {
                return Ending.TARGET_REACHED;
            }
            if (checkpoints.isPresent() && checkpoints.get().isDue(step)) {
                write(checkpoints.get());
            }
        }
        return Ending.FINISHED;
    }

    private boolean reachesTarget(DataSource data, TrainingListener listener) throws IOException {
        Accuracy accuracy = Examination.of(model, data.samples(Split.VALIDATION), validation.images());
        listener.validated(step, accuracy);
        return accuracy.share() >= validation.target();
    }

    private void write(Checkpoints checkpoints) throws IOException {
        Checkpoint.write(checkpoints.file(), state, step, plan);
    }

    private StepReport step(Batches batches) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Batch batch = batches.next();
        try (NDManager scope = arrays.newSubManager()) {
            NDArray images = Torch.create(scope, batch.images(), model.network().placement());
            NDList labels = new NDList(scope.create(batch.labels()));
            Torch.seed(Order.mixed(plan.seed(), step)); // so that a resumed training drops what this one would have
            NDArray logits = Torch.recording(true, () -> TrainingPass.logits(model.network(), images, this::isFrozen));
            NDArray error = Torch.recording(true, () -> loss.evaluate(labels, new NDList(logits)));
            learn(error, scope);
            Accuracy accuracy =
                    new Accuracy(Examination.right(Torch.toHeap(logits), batch.labels()), batch.labels().length);
            step++;
            double seconds = (System.nanoTime() - start) / 1e9;
            return new StepReport(step, plan.steps(), error.getFloat(), accuracy, batch.labels().length, seconds);
        }
    }

    private boolean isFrozen(Node node) {
        return plan.freezes(node.name());
    }

    private void learn(NDArray error, NDManager scope) {
        NDList leaves = new NDList(learned.values());
        NDList gradients = Torch.vectorJacobian(error, scope.ones(new Shape()), leaves, false, scope);
        List<String> names = List.copyOf(learned.keySet());
        Torch.recording(false, () -> {
            for (int i = 0; i < names.size(); i++) {
                adam.update(step, names.get(i), leaves.get(i), gradients.get(i));
            }
            return step;
        });
    }

    /** Ends the training; the weights learned stay in the model, which can be used again. */
    @Override
    public void close() {
        learned.values().forEach(Torch::ignoreGradient);
        arrays.close(); // hands the weights back to the network
    }
}
