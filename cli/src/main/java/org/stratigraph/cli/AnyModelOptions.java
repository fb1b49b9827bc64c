package org.stratigraph.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stratigraph.cli.assembly.Assembly;
import org.stratigraph.cli.assembly.ModelOpener;
import org.stratigraph.core.engine.Placement;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which models a study is about: the bundled ones without a backdoor, or any of the user's. */
final class AnyModelOptions {
    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description =
                    "A model by name, with settings; may be given several times. Default: every bundled one without a "
                            + "backdoor.")
    private List<String> models = List.of();

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description =
                    "Your weights, for the one model named: torchvision's .pth, or .safetensors with the same names.")
    private Optional<Path> weights = Optional.empty();

    @Mixin
    private PlacementOptions place;

    /** @throws ParameterException if a model has no weights, or weights have no model */
    List<ModelSource> of(CommandLine command, Assembly assembly) throws Exception {
        if (weights.isPresent() && models.size() != 1) {
            throw new ParameterException(command, "--weights belong to one model: give one --model as well");
        }
        Placement placement = place.placement(command);
        if (models.isEmpty()) {
            return StudyModel.honest(assembly.catalog(), placement);
        }
        ModelOpener opener = assembly.models(placement);
        List<ModelSource> sources = new ArrayList<>();
        for (String model : models) {
            sources.add(Failures.usage(
                    command, () -> ModelSource.of(opener, model, weights, "give --weights FILE as well")));
        }
        return sources;
    }
}
