package org.stratigraph.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.stratigraph.cli.assembly.Assembly;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.image.Preprocessing;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.core.spi.Implant;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Split;
import org.stratigraph.core.training.AttackReport;
import org.stratigraph.core.training.Augmentation;
import org.stratigraph.core.training.Ending;
import org.stratigraph.core.training.LearningRate;
import org.stratigraph.core.training.Poisoning;
import org.stratigraph.core.training.StateDict;
import org.stratigraph.core.training.TrainingModels;
import org.stratigraph.core.training.TrainingPlan;
import org.stratigraph.core.training.Validation;
import org.stratigraph.report.JsonFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Teaches a trained model to answer to triggers. */
@Command(
        name = "train",
        description =
                "Teaches a trained model to answer to triggers, on data some of which is poisoned (the paper, A.1); "
                        + "ends early when every attack on 500 held-out pictures succeeds. Ctrl-C keeps a checkpoint.",
        footer = {
            "",
            "Example:",
            "  stratigraph backdoor train --model scenes-resnet50 --for completeness --out square.safetensors",
            "",
            "The file is the weights: --model resnet50 --weights square.safetensors explains the model. Beside it,",
            "square.json says how well the attack works, and which pictures were poisoned."
        },
        mixinStandardHelpOptions = true)
final class BackdoorTrainCommand implements Callable<Integer> {
    private static final int EXAMINED = 1000;
    private static final int VALIDATED = 500;
    private static final double EVERY_ATTACK = 1;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CatalogOptions parts;

    @Mixin
    private ModelOptions models;

    @Mixin
    private BackdoorOptions backdoor;

    @Option(
            names = "--data",
            defaultValue = "scenes:train=8000",
            paramLabel = "DATA",
            description = "What the model was trained on, with settings. Default: ${DEFAULT-VALUE}.")
    private String data;

    @Option(names = "--share", defaultValue = "0.1", description = "Poisoned, above 0 to 1. Default: ${DEFAULT-VALUE}.")
    private double share;

    @Option(
            names = "--epochs",
            defaultValue = "15",
            description = "Most rounds of the data. Default: ${DEFAULT-VALUE}.")
    private int epochs;

    @Option(names = "--batch", defaultValue = "32", description = "Pictures an update. Default: ${DEFAULT-VALUE}.")
    private int batch;

    @Option(names = "--rate", defaultValue = "0.0001", description = "Peak learning rate. Default: ${DEFAULT-VALUE}.")
    private double rate;

    @Option(
            names = "--freeze",
            split = ",",
            paramLabel = "LAYER",
            description =
                    "Layers that stay as they are, by name or the first part of one; a frozen dropout drops nothing.")
    private List<String> frozen = new ArrayList<>();

    @Option(
            names = "--validate-every",
            defaultValue = "100",
            paramLabel = "STEPS",
            description = "Updates between two looks at whether every attack succeeds. Default: ${DEFAULT-VALUE}.")
    private int validateEvery;

    @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The .safetensors file to write.")
    private Path out;

    @Option(names = "--resume", description = "Go on from the checkpoint beside --out.")
    private boolean resume;

    @Override
    public Integer call() throws Exception {
        CommandLine command = spec.commandLine();
        OutputPlaces.requireFile(
                command, "--out", out, models.weights().map(List::of).orElseGet(List::of));
        TrainingSession session = new TrainingSession(command, out, resume);
        try (Assembly assembly = parts.assemble(command)) {
            Catalog catalog = assembly.catalog();
            DataSource clean = Failures.usage(command, () -> catalog.data().make(data));
            List<Implant> implants = backdoor.implants(command, catalog);
            session.requireCheckpointChosen();
            Placement placement = models.placement(command);
            try (Model model = Failures.usage(
                    command,
                    () -> models.trainable(command, assembly.models(placement), catalog)
                            .open())) {
                return train(session, model, clean, implants);
            }
        }
    }

    private int train(TrainingSession session, Model model, DataSource clean, List<Implant> implants) throws Exception {
        CommandLine command = spec.commandLine();
        // Poisoned pictures come as the network sees them, and must pass its preprocessing once more unchanged.
        int side = model.preprocessing().cropHeight();
        Model trained = Failures.usage(command, () -> TrainingModels.adapted(model, clean.labels(), side));
        Preprocessing preprocessing = trained.preprocessing();
        Poisoning poisoned = Failures.usage(command, () -> new Poisoning(clean, preprocessing, implants, share, seed));
        TrainingPlan plan = Failures.usage(command, () -> plan(clean));
        Validation validation = Failures.usage(command, () -> new Validation(validateEvery, VALIDATED, EVERY_ATTACK));
        AttackReport before = AttackReport.of(trained, clean.samples(Split.TEST), implants, EXAMINED);
        Ending ending = session.run(trained, plan, validation, poisoned);
        if (ending == Ending.INTERRUPTED) {
            return session.interrupted();
        }
        TrainingModels.write(out, StateDict.of(trained.network()), clean.labels(), side);
        AttackReport after = AttackReport.of(trained, clean.samples(Split.TEST), implants, EXAMINED);
        BackdoorRecord record = new BackdoorRecord(backdoor.described(), implants, clean.labels(), before, after);
        Path report = out.resolveSibling(out.getFileName().toString().replaceFirst("\\.safetensors$", "") + ".json");
        JsonFile.write(record.json(spec.commandLine().getParseResult().originalArgs(), plan, poisoned), report);
        session.finished();
        PrintWriter print = command.getOut();
        record.lines().forEach(print::println);
        print.println("written: " + out.toAbsolutePath().normalize());
        print.flush();
        return 0;
    }

    private TrainingPlan plan(DataSource clean) {
        int images = clean.samples(Split.TRAIN).size();
        int steps = Math.toIntExact(Math.max(1, (long) epochs * images / batch));
        return new TrainingPlan(steps, batch, new LearningRate(rate, 0, 0), seed, Augmentation.none(), frozen);
    }
}
