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

/** Table 1: every method under the three metrics of known reasons. */
@Command(
        name = "table1",
        description =
                "Table 1 of the paper: every method, and TIF over several, under the three metrics of known reasons, on "
                        + "every bundled model with a backdoor. Finished cells are kept in --out: the same command goes on after a stop.",
        footer = {"", "Example:", "  stratigraph reproduce table1 --images 100 --out table1"},
        mixinStandardHelpOptions = true)
final class Table1Command implements Callable<Integer> {
    /** The rows of the paper, then TIF over the other bases that it names, then controls. */
    private static final List<String> ROWS = List.of(
            "input-x-gradient @ input",
            "smoothgrad @ input",
            "guided-backprop @ input",
            "deeplift @ input",
            "integrated-gradients @ input",
            "grad-cam",
            "score-cam",
            "cameras",
            "fullgrad",
            "guided-grad-cam",
            "deeplift | tif:alpha=0.5/0.7/0.9",
            "input-x-gradient | tif:alpha=0.5/0.7/0.9",
            "input-x-guided-backprop | tif:alpha=0.5/0.7/0.9",
            "input-x-smoothgrad | tif:alpha=0.5/0.7/0.9",
            "integrated-gradients | tif:alpha=0.5/0.7/0.9",
            "random",
            "edge-detector");

    @Spec
    private CommandSpec spec;

    @Mixin
    private CatalogOptions parts;

    @Mixin
    private StudyOptions options;

    @Option(
            names = "--subject",
            paramLabel = "SUBJECT",
            description =
                    "METHOD [@ PROBE] [| FUSER]; may be given several times. Default: the paper's rows, TIF over every "
                            + "base, and two controls.")
    private List<String> subjects = new ArrayList<>(ROWS);

    @Option(
            names = "--out",
            defaultValue = "stratigraph-table1",
            paramLabel = "DIR",
            description = "Where to put table1.jsonl, table1.csv and table1.md. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        CommandLine command = spec.commandLine();
        Path file = StudyOptions.file(command, out, "table1.jsonl");
        List<Subject> asked = Failures.usage(
                command, () -> subjects.stream().map(Subject::parse).toList());
        try (Assembly assembly = parts.assemble(command)) {
            Catalog catalog = assembly.catalog();
            List<KnownModel> models = options.models(command, catalog);
            Samples samples = options.samples(command, catalog);
            List<Integer> drawn = options.drawn(command, samples);
            try (JsonLines finished = JsonLines.open(file, options.run(models))) {
                Study study = new Study(catalog, samples, drawn, Optional.of(finished), command.getErr());
                CellTable table = new CellTable(Failures.usage(command, () -> study.run(models, asked)), models);
                table.writeCsv(out.resolve("table1.csv"));
                table.writeMarkdown(out.resolve("table1.md"));
                PrintWriter print = command.getOut();
                table.lines().forEach(print::println);
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
