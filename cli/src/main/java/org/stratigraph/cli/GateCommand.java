package org.stratigraph.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.stratigraph.cli.assembly.Assembly;
import org.stratigraph.report.JunitXml;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Whether explanations moved between two versions of a model. */
@Command(
        name = "gate",
        description =
                "Holds one comparison against an earlier one, of the same data and methods, and fails where explanations "
                        + "moved: exit code 4.",
        footer = {
            "",
            "Example:",
            "  stratigraph gate released candidate --min-correlation 0.8 --max-drop energy-pointing-game=0.05 --junit gate.xml"
        },
        mixinStandardHelpOptions = true)
final class GateCommand implements Callable<Integer> {
    private static final int MOVED = 4;
    private static final Map<String, Double> USUAL = Map.of("energy-pointing-game", 0.05);

    @Spec
    private CommandSpec spec;

    @Mixin
    private CatalogOptions parts;

    @Parameters(
            index = "0",
            paramLabel = "BASELINE",
            description = "What `compare` wrote for the model that is trusted.")
    private Path baseline;

    @Parameters(index = "1", paramLabel = "RUN", description = "What `compare` wrote for the new one.")
    private Path run;

    @Option(
            names = "--min-correlation",
            defaultValue = "0.8",
            paramLabel = "X",
            description =
                    "The least rank correlation of a method's maps, over the places of a map, on average over pictures. "
                            + "Default: ${DEFAULT-VALUE}.")
    private double correlation;

    @Option(
            names = "--max-drop",
            paramLabel = "METRIC=X",
            description = "By how much a mean score may get worse; may be given several times. Default: "
                    + "energy-pointing-game=0.05, where it was measured.")
    private Map<String, Double> drops = new LinkedHashMap<>();

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the checks as JUnit XML as well.")
    private Optional<Path> junit = Optional.empty();

    @Override
    public Integer call() throws Exception {
        CommandLine command = spec.commandLine();
        check(command);
        try (Assembly assembly = parts.assemble(command)) {
            RunFolder before = Failures.usage(command, () -> RunFolder.of(baseline));
            RunFolder after = Failures.usage(command, () -> RunFolder.of(run));
            Map<String, Double> most = drops.isEmpty() ? USUAL : drops;
            for (String metric : most.keySet()) {
                Failures.usage(command, () -> assembly.catalog().metrics().make(metric));
            }
            Gate gate = new Gate(
                    correlation,
                    most,
                    metric -> assembly.catalog().metrics().make(metric).better());
            Gate.Verdict verdict = gate.judge(before, after);
            if (verdict.checks().isEmpty()) {
                throw new IllegalStateException(baseline + " and " + run
                        + " have nothing in common that could be judged: " + String.join("; ", verdict.notes()));
            }
            print(command.getOut(), verdict);
            if (junit.isPresent()) {
                JunitXml.write("stratigraph gate", cases(verdict), junit.get());
            }
            return verdict.passed() ? 0 : MOVED;
        }
    }

    private void check(CommandLine command) {
        if (!(correlation >= -1 && correlation <= 1)) {
            throw new ParameterException(command, "--min-correlation is from -1 to 1, not " + correlation);
        }
        drops.forEach((metric, most) -> {
            if (!(most >= 0)) {
                throw new ParameterException(command, "--max-drop " + metric + " is 0 or more, not " + most);
            }
        });
        junit.ifPresent(file -> OutputPlaces.requireFile(command, "--junit", file, List.of()));
    }

    private static void print(PrintWriter print, Gate.Verdict verdict) {
        String cell = "";
        for (GateCheck check : verdict.checks()) {
            if (!check.cell().equals(cell)) {
                cell = check.cell();
                print.println("== " + cell);
            }
            print.println("  " + check);
        }
        verdict.notes().forEach(note -> print.println("note: " + note));
        long moved = verdict.checks().stream().filter(check -> !check.passed()).count();
        print.println(
                moved == 0
                        ? "all " + verdict.checks().size() + " checks passed"
                        : moved + " of " + verdict.checks().size() + " checks failed: explanations moved");
        print.flush();
    }

    private static List<JunitXml.Case> cases(Gate.Verdict verdict) {
        return verdict.checks().stream()
                .map(check -> new JunitXml.Case(
                        check.cell(), check.what(), check.passed() ? Optional.empty() : Optional.of(check.detail())))
                .toList();
    }
}
