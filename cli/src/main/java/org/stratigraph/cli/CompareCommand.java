package org.stratigraph.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.stratigraph.cli.assembly.Assembly;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Precision;
import org.stratigraph.report.YamlFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Models x data x methods x metrics, and a page that shows them. */
@Command(
        name = "compare",
        description = "Compares methods over models and data under metrics, and writes a folder that holds all of it: "
                + "report.html to look at, tables, raw maps, and what is needed to repeat it. Without a file it compares what "
                + "--print-config shows. The same command goes on after a stop.",
        footer = {
            "",
            "Examples:",
            "  stratigraph compare --limit 8 --out first-look",
            "  stratigraph compare --print-config > mine.yaml",
            "  stratigraph compare mine.yaml --dry-run"
        },
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CatalogOptions parts;

    @Parameters(
            arity = "0..1",
            paramLabel = "CONFIG.yaml",
            description = "What is compared; options say otherwise for single keys.")
    private Optional<Path> file = Optional.empty();

    @Mixin
    private ComparisonOptions options;

    @Option(names = "--print-config", description = "Print what is compared by default, with every key explained.")
    private boolean printConfig;

    @Option(names = "--print-schema", description = "Print the JSON schema of the file, for editors.")
    private boolean printSchema;

    @Option(
            names = "--dry-run",
            description = "Check everything, time one picture of each cell, and say what the whole would take.")
    private boolean dryRun;

    @Option(
            names = "--out",
            defaultValue = "stratigraph-comparison",
            paramLabel = "DIR",
            description = "Where to put all of it. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        CommandLine command = spec.commandLine();
        if (printConfig || printSchema) {
            command.getOut().print(resource(printConfig ? "compare.yaml" : "compare.schema.json"));
            command.getOut().flush();
            return 0;
        }
        Comparison comparison = Failures.usage(
                command,
                () -> options.over(
                        file.isPresent() ? YamlFile.read(file.get(), Comparison.class) : Comparison.standard()));
        OutputPlaces.requireFolder(command, "--out", out);
        return compare(command, parts, comparison, dryRun, out);
    }

    /** Runs a comparison whose place is known to be writable; 0 if it is complete, 1 if it was interrupted. */
    static int compare(CommandLine command, CatalogOptions parts, Comparison comparison, boolean dryRun, Path out)
            throws Exception {
        PrintWriter print = command.getOut();
        try (Assembly assembly = parts.assemble(command)) {
            Placement placement = Failures.usage(
                    command,
                    () -> Placement.standard().on(comparison.device()).in(Precision.named(comparison.precision())));
            ComparisonRun run = Failures.usage(
                    command, () -> new ComparisonRun(comparison, assembly.catalog(), assembly.models(placement)));
            if (dryRun) {
                Failures.usage(command, () -> {
                    run.visit((name, model, cell) ->
                            CellEstimate.of(cell).lines(name).forEach(print::println));
                    return null;
                });
                print.flush();
                return 0;
            }
            Failures.usage(command, () -> {
                run.visit((name, model, cell) -> {}); // makes every part of every cell before the work starts
                run.claim(out);
                return null;
            });
            run.run(out, command).forEach(print::println);
            print.println(
                    "open " + out.resolve(ComparisonRun.PAGE).toAbsolutePath().normalize());
            print.flush();
            return 0;
        } catch (CancellationException interrupted) {
            command.getErr().println("interrupted; the same command goes on");
            return 1;
        }
    }

    static String resource(String name) throws IOException {
        try (InputStream stream = CompareCommand.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
