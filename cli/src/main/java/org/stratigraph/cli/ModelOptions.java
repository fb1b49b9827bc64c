package org.stratigraph.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stratigraph.cli.assembly.ModelOpener;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.ModelLoader;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options of every command that opens a model. */
final class ModelOptions {
    @Option(
            names = "--model",
            required = true,
            paramLabel = "MODEL",
            description =
                    "A model by name, with settings: resnet50, resnet50:fold=false. `stratigraph list` shows all.")
    private String model;

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "Your weights for it: torchvision's .pth, or .safetensors with the same names.")
    private Optional<Path> weights = Optional.empty();

    @Mixin
    private PlacementOptions place;

    Optional<Path> weights() {
        return weights;
    }

    /**
     * The model with the weights at hand: the file given, else those that come with it.
     *
     * @throws ParameterException if there are none
     */
    ModelSource source(CommandLine command, ModelOpener models) throws Exception {
        return source(command, models, model);
    }

    /** The same with its batch norms as they are, to be trained further. */
    ModelSource trainable(CommandLine command, ModelOpener models, Catalog catalog) throws Exception {
        String unfolded = Failures.usage(command, () -> TrainingSession.unfolded(catalog, model));
        return source(command, models, unfolded);
    }

    private ModelSource source(CommandLine command, ModelOpener models, String spec) throws Exception {
        return Failures.usage(command, () -> ModelSource.of(models, spec, weights, "give --weights FILE"));
    }

    /** The model with the weights at hand, or with random ones where there are none. */
    Model openEvenUntrained(CommandLine command, ModelOpener models) throws Exception {
        ModelLoader loader = Failures.usage(command, () -> models.loader(model));
        if (weights.isEmpty() && loader.bundled().isEmpty()) {
            return models.untrained(loader);
        }
        ModelSource source = source(command, models);
        return Failures.usage(command, source::open);
    }

    /** The options with which another command opens the same model in the same place. */
    List<String> again() {
        List<String> again = new ArrayList<>(List.of("--model", model));
        weights.ifPresent(file -> again.addAll(List.of("--weights", file.toString())));
        again.addAll(place.again());
        return again;
    }

    Placement placement(CommandLine command) throws Exception {
        return place.placement(command);
    }
}
