package org.stratigraph.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.stratigraph.cli.assembly.Assembly;
import org.stratigraph.cli.assembly.ModelOpener;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.ModelLoader;
import org.stratigraph.core.spi.Split;
import org.stratigraph.core.training.Ending;
import org.stratigraph.core.training.Examination;
import org.stratigraph.core.training.StateDict;
import org.stratigraph.core.training.TrainingModels;
import org.stratigraph.core.training.TrainingPlan;
import org.stratigraph.core.training.Validation;
import org.stratigraph.core.weights.MemoryWeights;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a model, or trains one further. */
@Command(
        name = "train",
        description = "Trains a model from random weights, or further from given ones; Ctrl-C keeps a checkpoint.",
        footer = {
            "",
            "Example:",
            "  stratigraph train --model resnet50 --divisor 8 --data scenes --steps 3000 --out my-resnet50.safetensors"
        },
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    private static final int EXAMINED = 1000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CatalogOptions parts;

    @Mixin
    private TrainingOptions options;

    @Option(names = "--model", required = true, paramLabel = "MODEL", description = "A model by name.")
    private String model;

    @Option(
            names = "--divisor",
            defaultValue = "8",
            paramLabel = "D",
            description = "Widths are the standard ones divided by this. Default: ${DEFAULT-VALUE}.")
    private int divisor;

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "Start from these weights (fine-tuning); their shapes say the widths.")
    private Optional<Path> weights = Optional.empty();

    @Option(
            names = "--data",
            defaultValue = "scenes",
            paramLabel = "DATA",
            description = "A data source by name, with settings. Default: ${DEFAULT-VALUE}.")
    private String data;

    @Option(
            names = "--side",
            defaultValue = "224",
            paramLabel = "PIXELS",
            description = "Side of the pictures that the network sees. Default: ${DEFAULT-VALUE}.")
    private int side;

    @Option(
            names = "--plain",
            paramLabel = "MODEL",
            description =
                    "Fold the batch norms away and write the weights of this model, which has none: vgg16 for vgg16_bn.")
    private Optional<String> plain = Optional.empty();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The .safetensors file to write.")
    private Path out;

    @Option(names = "--resume", description = "Go on from the checkpoint beside --out.")
    private boolean resume;

    @Override
    public Integer call() throws Exception {
        CommandLine command = spec.commandLine();
        OutputPlaces.requireFile(command, "--out", out, weights.map(List::of).orElseGet(List::of));
        TrainingSession session = new TrainingSession(command, out, resume);
        try (Assembly assembly = parts.assemble(command)) {
            Catalog catalog = assembly.catalog();
            DataSource source = Failures.usage(command, () -> catalog.data().make(data));
            TrainingPlan plan = Failures.usage(command, options::plan);
            Validation validation = Failures.usage(command, options::validation);
            Optional<ModelLoader> plainLoader = Optional.empty();
            if (plain.isPresent()) {
                plainLoader = Optional.of(
                        Failures.usage(command, () -> catalog.models().make(plain.get())));
            }
            session.requireCheckpointChosen();
            ModelOpener models = assembly.models(Placement.standard());
            try (Model trained = Failures.usage(command, () -> open(catalog, models, source))) {
                Optional<ModelLoader> counterpart = plainLoader;
                Failures.usage(command, () -> learned(catalog, trained, counterpart)); // --plain fits, before the work
                if (session.run(trained, plan, validation, source) == Ending.INTERRUPTED) {
                    return session.interrupted();
                }
                TrainingModels.write(out, learned(catalog, trained, plainLoader), source.labels(), side);
                session.finished();
                command.getOut()
                        .println("test accuracy: "
                                + Examination.of(trained, source.samples(Split.TEST), EXAMINED)
                                + "\nwritten: " + out.toAbsolutePath().normalize());
            }
        }
        return 0;
    }

    /** With batch norms as they are: training needs them. */
    private Model open(Catalog catalog, ModelOpener models, DataSource source) throws IOException {
        ModelLoader loader = models.loader(TrainingSession.unfolded(catalog, model));
        int classes = source.labels().names().size();
        Model opened = weights.isPresent()
                ? loader.open(models.weights(weights.get()), models.placement())
                : loader.untrained(divisor, classes, options.seed(), models.placement());
        try {
            return TrainingModels.adapted(opened, source.labels(), side);
        } catch (IllegalArgumentException otherClasses) {
            opened.close();
            throw otherClasses;
        }
    }

    /** The weights as they are written: with --plain, batch norms folded, under the plain model's names. */
    private Map<String, Tensor> learned(Catalog catalog, Model trained, Optional<ModelLoader> plainLoader) {
        Map<String, Tensor> weightsNow = StateDict.of(trained.network());
        if (plainLoader.isEmpty()) {
            return weightsNow;
        }
        MemoryWeights unfolded = new MemoryWeights("the weights trained", weightsNow, Map.of());
        try (Model folded = catalog.models().make(model).open(unfolded, Placement.standard())) {
            return TrainingModels.renamed(StateDict.of(folded.network()), plainLoader.get());
        }
    }
}
