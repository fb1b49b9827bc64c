package org.stratigraph.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.evaluation.Survey;
import org.stratigraph.core.spi.Samples;
import org.stratigraph.core.spi.Split;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options of every command that scores subjects on the models at hand whose reason is known. */
final class StudyOptions {
    @Option(
            names = "--images",
            defaultValue = "32",
            paramLabel = "N",
            description = "How many pictures of the test split, drawn by the seed. Default: ${DEFAULT-VALUE}.")
    private int images;

    @Option(names = "--seed", defaultValue = "1", description = "Draws the pictures. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--data",
            defaultValue = "scenes",
            paramLabel = "DATA",
            description = "A data source by name, with settings. Default: ${DEFAULT-VALUE}.")
    private String data;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "Only this model; may be given several times. Default: every bundled one with a backdoor.")
    private List<String> models = List.of();

    /** @throws ParameterException if there is none, or one asked for is none */
    List<KnownModel> models(CommandLine command, Catalog catalog) {
        List<KnownModel> all = KnownModel.all(catalog);
        List<String> names = all.stream().map(known -> known.source().spec()).toList();
        for (String asked : models) {
            if (!names.contains(asked)) {
                throw new ParameterException(
                        command,
                        "'" + asked + "' is no bundled model with a backdoor; there are: " + String.join(", ", names));
            }
        }
        if (all.isEmpty()) {
            throw new ParameterException(command, "no plugin at hand brings a model with a backdoor");
        }
        return models.isEmpty()
                ? all
                : all.stream()
                        .filter(known -> models.contains(known.source().spec()))
                        .toList();
    }

    Samples samples(CommandLine command, Catalog catalog) throws Exception {
        return Failures.usage(command, () -> catalog.data().make(data).samples(Split.TEST));
    }

    List<Integer> drawn(CommandLine command, Samples samples) {
        if (images < 1) {
            throw new ParameterException(command, "--images takes at least 1, not " + images);
        }
        return Survey.draw(samples.size(), images, seed);
    }

    /** Everything that decides what a cell's numbers are, beside the model and the subject that the cell names. */
    Map<String, Object> run(List<KnownModel> known) {
        Map<String, Object> weights = new LinkedHashMap<>();
        known.forEach(model ->
                weights.put(model.source().spec(), model.source().weights().sha256()));
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("stratigraph", Versions.own());
        run.put("data", data);
        run.put("images", images);
        run.put("seed", seed);
        run.put("weights", weights);
        return run;
    }

    /** A file in a folder that can be written. */
    static Path file(CommandLine command, Path folder, String name) {
        OutputPlaces.requireFolder(command, "--out", folder);
        return folder.resolve(name);
    }
}
