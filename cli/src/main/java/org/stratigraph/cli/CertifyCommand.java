package org.stratigraph.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.stratigraph.cli.assembly.Assembly;
import org.stratigraph.core.evaluation.Subject;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whether a method points at the known reason. */
@Command(
        name = "certify",
        description =
                "Does a method point at the known reason? Scores it on the bundled models with a backdoor, beside a random "
                        + "map and an edge detector.",
        footer = {
            "",
            "A method passes if it puts more of its evidence around the right trigger than both controls do: on every model",
            "for class-sensitivity and fine-grained-localisation, the mean difference to each control lies above 0 with its",
            "whole 95 % interval. completeness asks how evenly a trigger is filled, and a random map fills it best of all; so",
            "it is only reported, unless --at-least sets a bound.",
            "",
            "Exit code: 0 if every method passes, 3 if one does not.",
            "",
            "Example:",
            "  stratigraph certify --method grad-cam --method \"deeplift | tif:alpha=0.9\" --at-least completeness=0.2"
        },
        mixinStandardHelpOptions = true)
final class CertifyCommand implements Callable<Integer> {
    static final int NOT_CERTIFIED = 3;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CatalogOptions parts;

    @Mixin
    private StudyOptions options;

    @Mixin
    private KnownModelOptions known;

    @Option(
            names = "--method",
            required = true,
            paramLabel = "SUBJECT",
            description = "METHOD [@ PROBE] [| FUSER], with settings; may be given several times.")
    private List<String> methods = new ArrayList<>();

    @Option(
            names = "--at-least",
            paramLabel = "METRIC=VALUE",
            description = "A lowest mean under a metric, 0 to 1; may be given several times.")
    private Map<String, Double> bounds = new LinkedHashMap<>();

    @Override
    public Integer call() throws Exception {
        CommandLine command = spec.commandLine();
        List<Subject> subjects = StudyOptions.subjects(command, PaperSubjects.withControls(methods));
        try (Assembly assembly = parts.assemble(command)) {
            List<StudyModel> models = known.of(command, assembly);
            requireKnown(models);
            Study study = options.study(command, assembly.catalog(), Optional.empty());
            Failures.usage(command, () -> study.check(models, subjects));
            StudyOutcome outcome = study.run(models, subjects);
            Certificate certificate = new Certificate(outcome.cells(), bounds);
            PrintWriter print = command.getOut();
            certificate.lines().forEach(print::println);
            Unreadable.lines(outcome.unreadable().values(), "all").forEach(print::println);
            print.flush();
            return certificate.passed() ? 0 : NOT_CERTIFIED;
        }
    }

    private void requireKnown(List<StudyModel> models) {
        List<String> metrics = models.stream()
                .flatMap(model -> model.metrics().stream())
                .distinct()
                .toList();
        for (String bounded : bounds.keySet()) {
            if (!metrics.contains(bounded)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--at-least " + bounded + ": none of the models is for that metric; there are: "
                                + String.join(", ", metrics));
            }
        }
    }
}
