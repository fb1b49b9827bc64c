package org.stratigraph.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.stratigraph.report.YamlFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A finished comparison once more. */
@Command(
        name = "rerun",
        description =
                "Repeats a comparison in another folder and says whether its numbers agree: 0 if they do, 1 if not.",
        footer = {"", "Example:", "  stratigraph rerun stratigraph-comparison"},
        mixinStandardHelpOptions = true)
final class RerunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CatalogOptions parts;

    @Parameters(paramLabel = "FOLDER", description = "What `compare` wrote.")
    private Path folder;

    @Option(
            names = "--tolerance",
            defaultValue = "1e-4",
            paramLabel = "X",
            description = "How far two scores of one picture may lie apart. Default: ${DEFAULT-VALUE}.")
    private double tolerance;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to repeat it. Default: FOLDER-rerun.")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() throws Exception {
        CommandLine command = spec.commandLine();
        Path config = folder.resolve(ComparisonRun.CONFIG);
        if (!Files.isRegularFile(config)) {
            throw new ParameterException(
                    command,
                    folder + " is no comparison: it has no " + ComparisonRun.CONFIG + ", which `compare` writes");
        }
        if (!(tolerance >= 0)) {
            throw new ParameterException(command, "--tolerance is a distance, not " + tolerance);
        }
        Comparison comparison = Failures.usage(command, () -> YamlFile.read(config, Comparison.class));
        Path again = out.orElseGet(
                () -> folder.resolveSibling(folder.toAbsolutePath().normalize().getFileName() + "-rerun"));
        OutputPlaces.requireFolder(command, "--out", again);
        if (Files.exists(again) && Files.isSameFile(again, folder)) {
            throw new ParameterException(command, "--out is the comparison itself; name another folder");
        }
        int done = CompareCommand.compare(command, parts, comparison, false, again);
        return done == 0 ? agreement(command.getOut(), again) : done;
    }

    private int agreement(PrintWriter print, Path again) throws IOException {
        ScoreAgreement agreement = ScoreAgreement.of(folder, again);
        agreement.lines(tolerance).forEach(print::println);
        print.printf(
                Locale.ROOT,
                "the numbers %s: %s and %s%n",
                agreement.within(tolerance) ? "agree" : "do not agree",
                folder,
                again);
        print.flush();
        return agreement.within(tolerance) ? 0 : 1;
    }
}
