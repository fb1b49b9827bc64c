package org.stratigraph.cli;

import java.util.List;
import java.util.Optional;
import org.stratigraph.cli.Comparison.DataPart;
import org.stratigraph.cli.Comparison.ModelPart;
import picocli.CommandLine.Option;

/** A comparison's keys as options; those given replace what the file says. */
final class ComparisonOptions {
    @Option(
            names = "--model",
            paramLabel = "MODEL[=FILE]",
            description = "A model by name, with a weight file where none comes with it; may be given several times.")
    private List<String> models = List.of();

    @Option(
            names = "--data",
            paramLabel = "DATA",
            description = "A data source by name, with settings; may be given several times.")
    private List<String> data = List.of();

    @Option(names = "--split", description = "train, validation or test, of every data source.")
    private Optional<String> split = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", description = "At most so many pictures of every data source.")
    private Optional<Integer> limit = Optional.empty();

    @Option(
            names = {"--subject", "--method"},
            paramLabel = "SUBJECT",
            description = "METHOD [@ PROBE] [| FUSER], with settings; may be given several times.")
    private List<String> subjects = List.of();

    @Option(
            names = "--no-controls",
            description = "Leaves out the random map and the edge detector that are scored beside the subjects.")
    private boolean withoutControls;

    @Option(
            names = "--metric",
            paramLabel = "METRIC",
            description = "A metric, with settings; may be given several times.")
    private List<String> metrics = List.of();

    @Option(names = "--target", description = "answer or label: what the metrics ask about.")
    private Optional<String> target = Optional.empty();

    @Option(names = "--pictures", paramLabel = "N", description = "How many pictures the page shows.")
    private Optional<Integer> pictures = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "Draws the pictures.")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--device", paramLabel = "DEVICE", description = "auto, cpu or gpu:N.")
    private Optional<String> device = Optional.empty();

    @Option(names = "--precision", paramLabel = "TYPE", description = "float32 or float64.")
    private Optional<String> precision = Optional.empty();

    @Option(names = "--memory", paramLabel = "SIZE", description = "What passes may use: 500MB, 4GB.")
    private Optional<String> memory = Optional.empty();

    /** The comparison with what was typed in the place of what it said. */
    Comparison over(Comparison file) {
        List<DataPart> chosen =
                data.isEmpty() ? file.data() : data.stream().map(DataPart::of).toList();
        return new Comparison(
                models.isEmpty()
                        ? file.models()
                        : models.stream().map(ComparisonOptions::model).toList(),
                chosen.stream()
                        .map(part -> new DataPart(part.data(), split.orElse(part.split()), limit.orElse(part.limit())))
                        .toList(),
                subjects.isEmpty() ? file.subjects() : subjects,
                file.controls() && !withoutControls,
                metrics.isEmpty() ? file.metrics() : metrics,
                target.orElse(file.target()),
                pictures.orElse(file.pictures()),
                file.classes(),
                file.layers(),
                file.fuser(),
                seed.orElse(file.seed()),
                device.orElse(file.device()),
                precision.orElse(file.precision()),
                memory.orElse(file.memory()));
    }

    /** {@code resnet50=weights.pth}; settings follow a colon, so the first = after which no colon comes begins a file. */
    private static ModelPart model(String typed) {
        int equals = typed.indexOf('=');
        int colon = typed.indexOf(':');
        boolean file = equals > 0 && (colon < 0 || equals < colon);
        return file
                ? new ModelPart(typed.substring(0, equals), typed.substring(equals + 1), null)
                : ModelPart.of(typed);
    }
}
