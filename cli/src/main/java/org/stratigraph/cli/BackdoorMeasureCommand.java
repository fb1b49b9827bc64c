package org.stratigraph.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.stratigraph.cli.assembly.Assembly;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.spi.Bundled;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.core.spi.Implant;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Samples;
import org.stratigraph.core.spi.Split;
import org.stratigraph.core.training.AttackReport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a model answers to triggers. */
@Command(
        name = "measure",
        description = "How a model answers to pictures as they are, to each trigger alone, and to all at once.",
        footer = {"", "Example:", "  stratigraph backdoor measure --model scenes-resnet50-completeness"},
        mixinStandardHelpOptions = true)
final class BackdoorMeasureCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CatalogOptions parts;

    @Mixin
    private ModelOptions models;

    @Mixin
    private BackdoorOptions backdoor;

    @Option(
            names = "--data",
            defaultValue = "scenes",
            paramLabel = "DATA",
            description = "A data source by name, with settings. Default: ${DEFAULT-VALUE}.")
    private String data;

    @Option(
            names = "--limit",
            defaultValue = "1000",
            paramLabel = "N",
            description = "The first so many pictures of the test split. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Override
    public Integer call() throws Exception {
        CommandLine command = spec.commandLine();
        if (limit < 1) {
            throw new ParameterException(command, "--limit takes at least 1, not " + limit);
        }
        try (Assembly assembly = parts.assemble(command)) {
            Catalog catalog = assembly.catalog();
            DataSource scenes = Failures.usage(command, () -> catalog.data().make(data));
            Samples samples = Failures.usage(command, () -> scenes.samples(Split.TEST));
            ModelSource source = models.source(command, assembly.models(models.placement(command)));
            List<Implant> implants = implants(command, catalog, source);
            try (Model model = Failures.usage(command, source::open)) {
                AttackReport report = Failures.usage(
                        command,
                        () -> AttackReport.of(
                                model,
                                DataChoice.match(scenes, model, DataChoice.LABEL)
                                        .of(samples),
                                implants,
                                limit));
                PrintWriter print = command.getOut();
                new AttackLines(implants, model.labels()).of(report).forEach(print::println);
                print.flush();
            }
        }
        return 0;
    }

    /** Those named, or those that a bundled model was taught. */
    private List<Implant> implants(CommandLine command, Catalog catalog, ModelSource source) throws Exception {
        if (!backdoor.isGiven() && models.weights().isEmpty()) {
            return source.loader()
                    .bundled()
                    .flatMap(Bundled::backdoor)
                    .map(metric -> BackdoorOptions.of(catalog, metric))
                    .orElseGet(List::of);
        }
        return backdoor.implants(command, catalog);
    }
}
