package org.stratigraph.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.stratigraph.core.evaluation.Part;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Methods under metrics, on any model and any data. */
@Command(
        name = "evaluate",
        description =
                "Scores methods under metrics over a data source's pictures. Every picture's scores are kept in --out as soon "
                        + "as it is done: the same command goes on after a stop, and gives the same table.",
        footer = {
            "",
            "Example:",
            "  stratigraph evaluate --model scenes-resnet50 --data scenes --method grad-cam --method \"deeplift | tif\" \\",
            "      --metric lerf --metric morf --metric energy-pointing-game --limit 50 --out scores"
        },
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SurveyOptions survey;

    @Option(
            names = "--method",
            required = true,
            paramLabel = "SUBJECT",
            description =
                    "METHOD [@ PROBE] [| FUSER], with settings; may be given several times. Without a probe: gradients at "
                            + "the input, the CAM family at the last convolution's stage. With one: at every layer that it chooses.")
    private List<String> methods = List.of();

    @Option(
            names = "--no-controls",
            description = "Leaves out the random map and the edge detector that are scored beside the methods.")
    private boolean withoutControls;

    @Option(
            names = "--metric",
            required = true,
            paramLabel = "METRIC",
            description = "A metric, with settings; may be given several times. `stratigraph list` shows all.")
    private List<String> metrics = List.of();

    @Option(
            names = "--limit",
            defaultValue = "100",
            paramLabel = "N",
            description = "At most so many pictures, drawn by the seed. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Option(
            names = "--part",
            defaultValue = "1/1",
            paramLabel = "K/N",
            description =
                    "Only every N-th of the pictures drawn, beginning with the K-th: other machines take the others, "
                            + "and `stratigraph merge` joins what they wrote. Default: ${DEFAULT-VALUE}, all.")
    private String part;

    @Option(
            names = "--out",
            defaultValue = "stratigraph-scores",
            paramLabel = "DIR",
            description = "Where to put scores.jsonl, scores.csv and curves.csv. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        CommandLine command = spec.commandLine();
        Part own = Failures.usage(command, () -> Part.parse(part));
        SurveyOptions.Work work = new SurveyOptions.Work(
                withoutControls ? methods : PaperSubjects.withControls(methods), metrics, limit, own, out);
        return survey.run(command, work, (scores, scored) -> scores.lines());
    }
}
