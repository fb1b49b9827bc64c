package org.stratigraph.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.stratigraph.cli.assembly.Assembly;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.evaluation.Subject;
import org.stratigraph.core.spi.Samples;
import org.stratigraph.report.JsonLines;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Figure 4: the three metrics of known reasons against depth. */
@Command(
        name = "figure4",
        description =
                "Figure 4 of the paper: methods at every layer under the three metrics of known reasons, against depth, with "
                        + "Spearman's correlation. Finished cells are kept in --out: the same command goes on after a stop.",
        footer = {"", "Example:", "  stratigraph reproduce figure4 --method deeplift --out figure4"},
        mixinStandardHelpOptions = true)
final class Figure4Command implements Callable<Integer> {
    /** The paper's: those that multiply by the activation (3.2). */
    private static final List<String> METHODS = List.of(
            "input-x-gradient", "input-x-smoothgrad", "input-x-guided-backprop", "deeplift", "integrated-gradients");

    @Spec
    private CommandSpec spec;

    @Mixin
    private CatalogOptions parts;

    @Mixin
    private StudyOptions options;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = "A method, with settings. May be given several times. Default: the paper's five.")
    private List<String> methods = new ArrayList<>(METHODS);

    @Option(
            names = "--layers",
            defaultValue = "all",
            paramLabel = "PROBE",
            description = "The layers, by a probe. Default: ${DEFAULT-VALUE}.")
    private String probe;

    @Option(
            names = "--out",
            defaultValue = "stratigraph-figure4",
            paramLabel = "DIR",
            description = "Where to put figure4.jsonl, figure4.csv, trends.csv and a plot per model. "
                    + "Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        CommandLine command = spec.commandLine();
        Path file = StudyOptions.file(command, out, "figure4.jsonl");
        List<Subject> subjects = Failures.usage(
                command,
                () -> methods.stream()
                        .map(method -> Subject.parse(method + " @ " + probe))
                        .toList());
        try (Assembly assembly = parts.assemble(command)) {
            Catalog catalog = assembly.catalog();
            List<KnownModel> models = options.models(command, catalog);
            Samples samples = options.samples(command, catalog);
            List<Integer> drawn = options.drawn(command, samples);
            try (JsonLines finished = JsonLines.open(file, options.run(models))) {
                Study study = new Study(catalog, samples, drawn, Optional.of(finished), command.getErr());
                List<StudyCell> cells = Failures.usage(command, () -> study.run(models, subjects));
                new CellTable(cells, models).writeCsv(out.resolve("figure4.csv"));
                DepthStudy depth = new DepthStudy(cells);
                depth.write(out);
                PrintWriter print = command.getOut();
                depth.lines().forEach(print::println);
                print.println("written: " + out.toAbsolutePath().normalize());
                print.flush();
                return 0;
            } catch (CancellationException interrupted) {
                command.getErr().println("interrupted; the same command goes on from " + file);
                return 1;
            }
        }
    }
}
