package org.stratigraph.core.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.stratigraph.core.network.Network;
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
    private final Model model;
    private final TrainingPlan plan;
    private final Validation validation;
    private final Learner learner;
    private int step;

    /**
     * Starts from the weights that the model has.
     *
     * @param model with its batch norms unfolded, if it has any
     * @throws IllegalArgumentException if nothing is left to learn
     * @throws java.util.NoSuchElementException if a layer to freeze does not exist
     */
    public Trainer(Model model, TrainingPlan plan, Validation validation) {
        this.model = model;
        this.plan = plan;
        this.validation = validation;
        for (String name : plan.frozen()) {
            requireLayer(model.network(), name);
        }
        this.learner = new Learner(model.network(), plan);
    }

    private static void requireLayer(Network network, String name) {
        if (network.nodes().stream().noneMatch(node -> TrainingPlan.isUnder(name, node.name()))) {
            network.node(name); // says what comes near
        }
    }

    /**
     * Goes back, or forward, to the state in a checkpoint.
     *
     * @throws IOException if it cannot be read or belongs to another plan or network
     */
    public void resume(Path checkpoint) throws IOException {
        step = learner.read(checkpoint);
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
        learner.write(checkpoints.file(), step);
    }

    private StepReport step(Batches batches) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Learner.Outcome outcome = learner.learn(batches.next(), step);
        step++;
        double seconds = (System.nanoTime() - start) / 1e9;
        return new StepReport(step, plan.steps(), outcome.loss(), outcome.accuracy(), seconds);
    }

    /** Ends the training; the weights learned stay in the model, which can be used again. */
    @Override
    public void close() {
        learner.close();
    }
}
