package org.stratigraph.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.stratigraph.core.evaluation.Part;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.report.PngFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which method, layer and alpha to use on one's model and images. */
@Command(
        name = "advise",
        description =
                "Recommends a method with its layer or its fuser for a model on your images: scores candidates with "
                        + "LeRF, MoRF and, where boxes are known, the energy-based pointing game, and takes from the Pareto front the "
                        + "one of the best mean rank. The same command goes on after a stop.",
        footer = {"", "Example:", "  stratigraph advise --model scenes-resnet50 --data scenes --limit 16 --out advice"},
        mixinStandardHelpOptions = true)
final class AdviseCommand implements Callable<Integer> {
    private static final List<String> METRICS = List.of("lerf", "morf", "energy-pointing-game");

    /** Methods of few passes: at every block, for all of them a fuser, and two CAMs at the last convolution's stage. */
    private static final List<String> CANDIDATES = List.of(
            "input-x-gradient @ blocks",
            "input-x-guided-backprop @ blocks",
            "deeplift @ blocks",
            "grad-cam @ last-conv",
            "layer-cam @ last-conv",
            "input-x-gradient | tif:alpha=0.5/0.7/0.9",
            "input-x-guided-backprop | tif:alpha=0.5/0.7/0.9",
            "deeplift | tif:alpha=0.5/0.7/0.9");

    @Spec
    private CommandSpec spec;

    @Mixin
    private SurveyOptions survey;

    @Option(
            names = "--method",
            paramLabel = "SUBJECT",
            description =
                    "A candidate: METHOD [@ PROBE] [| FUSER], with settings, as in evaluate; may be given several times. "
                            + "Default: input-x-gradient, input-x-guided-backprop and deeplift at every block and with TIF at three "
                            + "alphas, grad-cam and layer-cam.")
    private List<String> methods = List.of();

    @Option(
            names = "--limit",
            defaultValue = "16",
            paramLabel = "N",
            description = "At most so many pictures, drawn by the seed. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Option(
            names = "--out",
            defaultValue = "stratigraph-advice",
            paramLabel = "DIR",
            description =
                    "Where to put report.html, advice.csv, advice.json, scores.jsonl, scores.csv, curves.csv, and a picture to try the "
                            + "recommendation on. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        List<String> candidates = methods.isEmpty() ? CANDIDATES : methods;
        SurveyOptions.Work work = new SurveyOptions.Work(candidates, METRICS, limit, new Part(1, 1), out);
        return survey.run(spec.commandLine(), work, this::advise);
    }

    private List<String> advise(ScoreReport scores, SurveyOptions.Scored scored) throws IOException {
        Advice advice =
                Advice.of(scored.evaluation().entrants(), scored.evaluation().metrics(), scores.tally());
        AdviceReport report =
                new AdviceReport(advice, scored.model(), scored.data(), explain(advice.recommended(), picture(scored)));
        report.write(out, new PageScores(scores.tally(), scored.evaluation().metrics()));
        return report.lines();
    }

    /** The first picture that can be read; the scores that are being reported are of some. */
    private static Sample picture(SurveyOptions.Scored scored) throws IOException {
        IOException last = null;
        for (int number : scored.drawn()) {
            try {
                return scored.samples().sample(number);
            } catch (IOException unreadable) {
                last = unreadable;
            }
        }
        throw new IOException("no picture can be read any more", last);
    }

    private List<String> explain(Candidate recommended, Sample picture) throws IOException {
        Path image = out.resolve("picture.png");
        PngFile.write(picture.image(), image);
        List<String> command = new ArrayList<>(List.of("stratigraph", "explain"));
        command.addAll(survey.again(picture));
        command.addAll(List.of("--image", image.toString()));
        command.addAll(recommended.explain());
        command.addAll(List.of("--out", out.resolve("explained").toString()));
        return command;
    }
}
