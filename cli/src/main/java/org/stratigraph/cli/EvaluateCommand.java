package org.stratigraph.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.stratigraph.cli.assembly.Assembly;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.evaluation.Evaluation;
import org.stratigraph.core.evaluation.Outcome;
import org.stratigraph.core.evaluation.SampleTarget;
import org.stratigraph.core.evaluation.Subject;
import org.stratigraph.core.evaluation.Survey;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.core.spi.MemoryBudget;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Samples;
import org.stratigraph.core.spi.Split;
import org.stratigraph.report.JsonLines;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
    private static final String LABEL = "label";

    @Spec
    private CommandSpec spec;

    @Mixin
    private CatalogOptions parts;

    @Mixin
    private ModelOptions models;

    @Option(
            names = "--method",
            required = true,
            paramLabel = "SUBJECT",
            description =
                    "METHOD [@ PROBE] [| FUSER], with settings; may be given several times. Without a probe: gradients at "
                            + "the input, the CAM family at the last convolution's stage. With one: at every layer that it chooses.")
    private List<String> methods = List.of();

    @Option(
            names = "--metric",
            required = true,
            paramLabel = "METRIC",
            description = "A metric, with settings; may be given several times. `stratigraph list` shows all.")
    private List<String> metrics = List.of();

    @Option(
            names = "--data",
            defaultValue = "scenes",
            paramLabel = "DATA",
            description = "A data source by name, with settings. Default: ${DEFAULT-VALUE}.")
    private String data;

    @Option(
            names = "--split",
            defaultValue = "test",
            description = "train, validation or test. Default: ${DEFAULT-VALUE}.")
    private String split;

    @Option(
            names = "--limit",
            defaultValue = "100",
            paramLabel = "N",
            description = "At most so many pictures, drawn by the seed. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Option(names = "--seed", defaultValue = "1", description = "Draws the pictures. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--target",
            defaultValue = "answer",
            description = "What is asked about: the model's answer, or the picture's label. Default: ${DEFAULT-VALUE}.")
    private String target;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description = "What passes may use: 500MB, 4GB. Default: a quarter of what is free.")
    private Optional<String> memory = Optional.empty();

    @Option(
            names = "--out",
            defaultValue = "stratigraph-scores",
            paramLabel = "DIR",
            description = "Where to put scores.jsonl, scores.csv and curves.csv. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        CommandLine command = spec.commandLine();
        OutputPlaces.requireFolder(command, "--out", out);
        List<Subject> subjects = Failures.usage(
                command, () -> methods.stream().map(Subject::parse).toList());
        Optional<MemoryBudget> budget = Failures.usage(command, () -> memory.map(MemoryBudget::parse));
        SampleTarget asked = asked(command);
        try (Assembly assembly = parts.assemble(command)) {
            Catalog catalog = assembly.catalog();
            DataSource source = Failures.usage(command, () -> catalog.data().make(data));
            Samples samples = Failures.usage(command, () -> source.samples(split(command)));
            List<Integer> drawn = drawn(command, samples);
            ModelSource weights = models.source(command, assembly.models(models.placement(command)));
            try (Model model = Failures.usage(command, weights::open)) {
                requireLabels(command, source, model);
                Evaluation evaluation =
                        Failures.usage(command, () -> new Evaluation(catalog, model, budget, subjects, metrics));
                try (JsonLines lines = JsonLines.open(out.resolve("scores.jsonl"), run(weights))) {
                    survey(evaluation, samples, drawn, asked, lines);
                    report(evaluation, lines, Set.copyOf(drawn));
                    return 0;
                } catch (CancellationException interrupted) {
                    command.getErr().println("interrupted; the same command goes on");
                    return 1;
                }
            }
        }
    }

    /** A label is a class of the model's only where both tell the same classes apart. */
    private void requireLabels(CommandLine command, DataSource source, Model model) {
        int labels = source.labels().names().size();
        int classes = model.labels().names().size();
        if (target.equals(LABEL) && labels != classes) {
            throw new ParameterException(
                    command,
                    "--target label: the data has " + labels + " classes and the model tells " + classes
                            + " apart; ask about the model's answer instead");
        }
    }

    private SampleTarget asked(CommandLine command) {
        return switch (target) {
            case "answer" -> SampleTarget.ANSWER;
            case LABEL -> SampleTarget.LABEL;
            default -> throw new ParameterException(command, "--target is answer or label, not '" + target + "'");
        };
    }

    private Split split(CommandLine command) {
        for (Split one : Split.values()) {
            if (one.name().equalsIgnoreCase(split)) {
                return one;
            }
        }
        throw new ParameterException(command, "--split is train, validation or test, not '" + split + "'");
    }

    private List<Integer> drawn(CommandLine command, Samples samples) {
        if (limit < 1) {
            throw new ParameterException(command, "--limit takes at least 1, not " + limit);
        }
        return Survey.draw(samples.size(), limit, seed);
    }

    /** Everything that decides what the scores of a sample are; how many samples there are does not. */
    private Map<String, Object> run(ModelSource source) {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("stratigraph", Versions.own());
        run.put("model", source.spec());
        run.put("sha256", source.weights().sha256());
        run.put("data", data);
        run.put("split", split.toLowerCase(Locale.ROOT));
        run.put("target", target);
        run.put("methods", methods);
        run.put("metrics", metrics);
        return run;
    }

    private void survey(
            Evaluation evaluation, Samples samples, List<Integer> drawn, SampleTarget asked, JsonLines lines) {
        Set<Object> done =
                lines.lines().stream().map(line -> line.get(OutcomeLine.SAMPLE)).collect(Collectors.toSet());
        List<Integer> missing =
                drawn.stream().filter(number -> !done.contains(number)).toList();
        try (Interrupt interrupt = Interrupt.listen();
                Progress progress = Progress.ofShares("evaluating")) {
            double before = (double) (drawn.size() - missing.size()) / drawn.size();
            new Survey(evaluation, samples, asked).over(missing, new Survey.Listener() {
                @Override
                public void scored(Outcome outcome) {
                    add(lines, OutcomeLine.of(outcome));
                }

                @Override
                public void unreadable(int sample, IOException reason) {
                    add(lines, OutcomeLine.unreadable(sample, reason.getMessage()));
                }

                @Override
                public void at(double share, String doing) {
                    if (interrupt.asked()) {
                        throw new CancellationException("interrupted");
                    }
                    progress.at(before + share * (1 - before), doing);
                }
            });
        }
    }

    private static void add(JsonLines lines, Map<String, Object> line) {
        try {
            lines.add(line);
        } catch (IOException full) {
            throw new UncheckedIOException("scores cannot be kept: " + full.getMessage(), full);
        }
    }

    private void report(Evaluation evaluation, JsonLines lines, Set<Integer> drawn) throws IOException {
        ScoreReport report = new ScoreReport(evaluation.metrics());
        lines.lines().stream()
                .filter(line -> drawn.contains(line.get(OutcomeLine.SAMPLE)))
                .forEach(report::add);
        report.write(out);
        PrintWriter print = spec.commandLine().getOut();
        report.lines().forEach(print::println);
        print.println("written: " + out.toAbsolutePath().normalize());
        print.flush();
    }
}
