package org.stratigraph.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.stratigraph.cli.assembly.Assembly;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.spi.Metric;
import org.stratigraph.report.JsonLines;
import org.stratigraph.report.JsonLines.Content;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores that were made apart, joined exactly. */
@Command(
        name = "merge",
        description =
                "Joins what `stratigraph evaluate --part` wrote, here or elsewhere. The tables are, to the last digit, "
                        + "those of one evaluation over all of the pictures, whatever the order of the folders.",
        footer = {"", "Example:", "  stratigraph merge part1 part2 part3 --out scores"},
        mixinStandardHelpOptions = true)
final class MergeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CatalogOptions parts;

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Folders with a scores.jsonl of the same run.")
    private List<Path> folders = List.of();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description =
                    "Where to put scores.jsonl, scores.csv and curves.csv of all; scores of the same run that are there "
                            + "already are joined too.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        CommandLine command = spec.commandLine();
        OutputPlaces.requireFolder(command, "--out", out);
        Map<Path, Content> read = read(command);
        Content joined = Failures.usage(command, () -> JoinedScores.join(read));
        try (Assembly assembly = parts.assemble(command)) {
            Map<String, Metric> metrics = Failures.usage(command, () -> metrics(assembly.catalog(), joined.run()));
            ScoreReport report = new ScoreReport(metrics);
            joined.lines().forEach(report::add);
            JsonLines.write(joined, out.resolve(ScoresFile.NAME));
            report.write(out);
            print(report, joined);
            return 0;
        }
    }

    private Map<Path, Content> read(CommandLine command) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            Path file = folder.resolve(ScoresFile.NAME);
            if (!Files.isRegularFile(file)) {
                throw new ParameterException(
                        command,
                        "no " + ScoresFile.NAME + " in " + folder + "; give folders that `stratigraph evaluate` wrote");
            }
            files.add(file);
        }
        Path own = out.resolve(ScoresFile.NAME);
        if (Files.exists(own)) {
            files.add(own);
        }
        Map<Path, Content> read = new LinkedHashMap<>();
        for (Path file : files) {
            read.put(file, JsonLines.read(file));
        }
        return read;
    }

    private static Map<String, Metric> metrics(Catalog catalog, Map<String, Object> run) {
        if (!(run.get(ScoresFile.METRICS) instanceof List<?> specs)) {
            throw new IllegalArgumentException("these are no scores of `stratigraph evaluate`: no metrics are named");
        }
        Map<String, Metric> metrics = new LinkedHashMap<>();
        specs.forEach(spec -> metrics.put(spec.toString(), catalog.metrics().make(spec.toString())));
        return metrics;
    }

    private void print(ScoreReport report, Content joined) {
        PrintWriter print = spec.commandLine().getOut();
        report.lines().forEach(print::println);
        print.println(joined.lines().size() + " pictures of " + folders.size() + " folders, written: "
                + out.toAbsolutePath().normalize());
        print.flush();
    }
}
