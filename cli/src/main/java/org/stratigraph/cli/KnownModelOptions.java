package org.stratigraph.cli;

import java.util.List;
import org.stratigraph.cli.assembly.Assembly;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which of the models at hand whose reason is known. */
final class KnownModelOptions {
    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "Only this model; may be given several times. Default: every bundled one with a backdoor.")
    private List<String> models = List.of();

    @Mixin
    private PlacementOptions place;

    /** @throws ParameterException if there is none, or one asked for is none */
    List<StudyModel> of(CommandLine command, Assembly assembly) throws Exception {
        List<StudyModel> all = StudyModel.known(assembly.catalog(), place.placement(command));
        if (all.isEmpty()) {
            throw new ParameterException(command, "no plugin at hand brings a model with a backdoor");
        }
        List<String> names = all.stream().map(StudyModel::name).toList();
        for (String asked : models) {
            if (!names.contains(asked)) {
                throw new ParameterException(
                        command,
                        "'" + asked + "' is no bundled model with a backdoor; there are: " + String.join(", ", names));
            }
        }
        return all.stream()
                .filter(model -> models.isEmpty() || models.contains(model.name()))
                .toList();
    }
}
