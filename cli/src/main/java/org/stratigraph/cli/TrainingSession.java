package org.stratigraph.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.training.Checkpoints;
import org.stratigraph.core.training.Ending;
import org.stratigraph.core.training.Trainer;
import org.stratigraph.core.training.TrainingPlan;
import org.stratigraph.core.training.Validation;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * A training as a command runs it: with a checkpoint beside its output, a bar, and an ear for Ctrl-C.
 *
 * @param out the file that will be written
 * @param resume whether to go on from the checkpoint
 */
record TrainingSession(CommandLine command, Path out, boolean resume) {
    private static final int STEPS_A_CHECKPOINT = 250;
    private static final int INTERRUPTED = 1;

    /** @throws ParameterException if there is nothing to resume, or something that would be lost */
    void requireCheckpointChosen() {
        if (resume && !Files.exists(checkpoint())) {
            throw new ParameterException(command, "nothing to resume: there is no " + checkpoint());
        }
        if (!resume && Files.exists(checkpoint())) {
            throw new ParameterException(
                    command,
                    checkpoint() + " is there from an earlier training: --resume goes on from it, or remove it");
        }
    }

    Ending run(Model model, TrainingPlan plan, Validation validation, DataSource source) throws Exception {
        try (Interrupt interrupt = Interrupt.listen();
                Trainer trainer = Failures.usage(command, () -> new Trainer(model, plan, validation));
                TrainingProgress progress = TrainingProgress.start(command, plan.steps())) {
            if (resume) {
                trainer.resume(checkpoint());
            }
            Checkpoints checkpoints = new Checkpoints(checkpoint(), STEPS_A_CHECKPOINT);
            return trainer.run(source, Optional.of(checkpoints), progress, interrupt::asked);
        }
    }

    /** Says how to go on; gives the exit code. */
    int interrupted() {
        command.getErr().println("interrupted; --resume goes on from " + checkpoint());
        return INTERRUPTED;
    }

    /** The output is written, so the checkpoint has served. */
    void finished() throws IOException {
        Files.deleteIfExists(checkpoint());
    }

    private Path checkpoint() {
        return out.resolveSibling(out.getFileName() + ".checkpoint");
    }

    /** A model's spec with its batch norms kept, as training needs them, whatever the user said of them. */
    static String unfolded(Catalog catalog, String model) {
        Map<String, String> settings =
                new LinkedHashMap<>(catalog.models().settings(model).asMap());
        if (!settings.containsKey("fold")) {
            return model;
        }
        settings.put("fold", "false");
        String name = model.contains(":") ? model.substring(0, model.indexOf(':')) : model;
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(",", name + ":", ""));
    }
}
