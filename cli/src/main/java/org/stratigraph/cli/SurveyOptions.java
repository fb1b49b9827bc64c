package org.stratigraph.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.stratigraph.cli.assembly.Assembly;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.evaluation.ClassMatch;
import org.stratigraph.core.evaluation.Evaluation;
import org.stratigraph.core.evaluation.Part;
import org.stratigraph.core.evaluation.SampleTarget;
import org.stratigraph.core.evaluation.Subject;
import org.stratigraph.core.evaluation.Survey;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.core.spi.MemoryBudget;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.core.spi.Samples;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options of every command that scores subjects picture by picture, and the way from there to its report. */
final class SurveyOptions {
    @Mixin
    private CatalogOptions parts;

    @Mixin
    private ModelOptions models;

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

    /**
     * What a command scores.
     *
     * @param methods subjects as typed
     * @param metrics as typed
     * @param limit at most so many pictures are drawn
     * @param part of the pictures drawn
     * @param out the folder for results
     */
    record Work(List<String> methods, List<String> metrics, int limit, Part part, Path out) {}

    /** Writes what a command makes of scores, beside their tables. */
    interface Report {
        /**
         * Writes files.
         *
         * @return what to print
         */
        List<String> write(ScoreReport scores, Scored scored) throws Exception;
    }

    /**
     * What was scored.
     *
     * @param model as typed
     * @param data as typed
     * @param samples the data source's pictures
     * @param drawn the numbers of those that were scored
     */
    record Scored(String model, String data, Evaluation evaluation, Samples samples, List<Integer> drawn) {}

    /**
     * Scores, or goes on scoring, and reports.
     *
     * @return the exit code
     */
    int run(CommandLine command, Work work, Report report) throws Exception {
        OutputPlaces.requireFolder(command, "--out", work.out());
        List<Subject> subjects = Failures.usage(
                command, () -> work.methods().stream().map(Subject::parse).toList());
        Optional<MemoryBudget> budget = Failures.usage(command, () -> memory.map(MemoryBudget::parse));
        SampleTarget asked = Failures.usage(command, () -> DataChoice.target(target));
        try (Assembly assembly = parts.assemble(command)) {
            Catalog catalog = assembly.catalog();
            DataSource source = Failures.usage(command, () -> catalog.data().make(data));
            Samples samples = Failures.usage(command, () -> source.samples(DataChoice.split(split)));
            List<Integer> drawn = drawn(command, work, samples);
            ModelSource weights = models.source(command, assembly.models(models.placement(command)));
            try (Model model = Failures.usage(command, weights::open)) {
                ClassMatch match = Failures.usage(command, () -> DataChoice.match(source, model, target));
                match.note().ifPresent(note -> command.getErr().println("note: " + note));
                Samples known = match.of(samples);
                Evaluation evaluation =
                        Failures.usage(command, () -> new Evaluation(catalog, model, budget, subjects, work.metrics()));
                try (ScoresFile scores = ScoresFile.open(work.out(), run(weights, work, samples))) {
                    try (Interrupt interrupt = Interrupt.listen();
                            Progress progress = Progress.ofShares(command, "evaluating")) {
                        scores.complete(new Survey(evaluation, known, asked), drawn, interrupt.orGoOn(progress::at));
                    }
                    ScoreReport tables = scores.report(evaluation.metrics(), drawn);
                    Scored scored = new Scored(weights.spec(), data, evaluation, known, drawn);
                    print(command, work, write(tables, scored, work, report));
                    return 0;
                } catch (CancellationException interrupted) {
                    command.getErr().println("interrupted; the same command goes on");
                    return 1;
                }
            }
        }
    }

    /** The options with which another command opens the same model, and asks the same about a sample. */
    List<String> again(Sample sample) {
        List<String> again = new ArrayList<>(models.again());
        again.addAll(parts.again());
        if (target.equals(DataChoice.LABEL)) {
            again.addAll(List.of("--target", String.valueOf(sample.label())));
        }
        return again;
    }

    private List<Integer> drawn(CommandLine command, Work work, Samples samples) throws Exception {
        if (work.limit() < 1) {
            throw new ParameterException(command, "--limit takes at least 1, not " + work.limit());
        }
        List<Integer> all = Survey.draw(samples.size(), work.limit(), seed);
        return Failures.usage(command, () -> work.part().among(all));
    }

    /** Everything that decides what the scores of a sample are; how many of them are scored does not. */
    private Map<String, Object> run(ModelSource source, Work work, Samples samples) {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("stratigraph", Versions.own());
        run.putAll(source.identity());
        run.put("data", data);
        run.put("split", split.toLowerCase(Locale.ROOT));
        run.put("pictures", samples.size());
        run.put("target", target);
        run.put("methods", work.methods());
        run.put(ScoresFile.METRICS, work.metrics());
        return run;
    }

    private static List<String> write(ScoreReport tables, Scored scored, Work work, Report report) throws Exception {
        try {
            tables.write(work.out());
            return report.write(tables, scored);
        } catch (IOException failure) {
            throw new IOException(failure.getMessage() + ScoresFile.RESUME, failure);
        }
    }

    private static void print(CommandLine command, Work work, List<String> lines) {
        PrintWriter print = command.getOut();
        lines.forEach(print::println);
        print.println("written: " + work.out().toAbsolutePath().normalize());
        print.flush();
    }
}
