package org.stratigraph.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.stratigraph.cli.assembly.Assembly;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.pipeline.Explainer;
import org.stratigraph.core.pipeline.Explanation;
import org.stratigraph.core.pipeline.Scores;
import org.stratigraph.core.spi.Labels;
import org.stratigraph.core.spi.Model;
import org.stratigraph.report.IndexPage;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Explains pictures that come with the program, on models that come with it. */
@Command(
        name = "demo",
        description =
                "Explains two generated scenes of two objects each, for both classes, with a dozen methods, on every bundled "
                        + "model; needs no weights and no pictures.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final int SCENES = 2;
    private static final List<String> PROBES = List.of("input", "blocks", "last-conv");

    /** Methods that need a pass or two for all layers, so that the demo is a matter of seconds. */
    private static final List<String> QUICK = List.of(
            "input-x-gradient",
            "gradient",
            "guided-backprop",
            "deeplift",
            "lrp-epsilon-plus-flat",
            "excitation-backprop",
            "grad-cam",
            "grad-cam++",
            "layer-cam",
            "eigen-cam",
            "fullgrad",
            "guided-grad-cam");

    @Spec
    private CommandSpec spec;

    @Mixin
    private CatalogOptions parts;

    @Option(
            names = "--out",
            defaultValue = "stratigraph-demo",
            paramLabel = "DIR",
            description = "Where to put the pictures and index.html. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = "A method, with settings. May be given several times. Default: a dozen quick ones.")
    private List<String> methods = new ArrayList<>(QUICK);

    @Override
    public Integer call() throws Exception {
        CommandLine command = spec.commandLine();
        try (Assembly assembly = parts.assemble(command)) {
            Catalog catalog = assembly.catalog();
            Failures.usage(
                    command, () -> methods.stream().map(catalog.methods()::make).toList());
            List<ModelSource> sources = StudyModel.honest(catalog, Placement.standard());
            if (sources.isEmpty()) {
                throw new ParameterException(command, "no plugin at hand brings a model with weights");
            }
            List<DemoScene> scenes = DemoScene.find(catalog.data().make("scenes"), SCENES);
            Labels labels = catalog.data().make("scenes").labels();
            List<IndexPage.Section> sections = new ArrayList<>();
            for (ModelSource source : sources) {
                try (Model model = source.open()) {
                    sections.addAll(explain(assembly, source, model, scenes, labels));
                }
            }
            Path page = out.resolve("index.html");
            new IndexPage(
                            "What the network looked at, layer by layer",
                            "Each picture holds two objects. Every method explains the network's score for the first "
                                    + "object's class, and again for the second's: red spoke for the class, blue against "
                                    + "it. A click enlarges a sheet.",
                            sections)
                    .write(page);
            PrintWriter print = command.getOut();
            print.println("open " + page.toAbsolutePath().normalize());
            print.flush();
        }
        return 0;
    }

    private List<IndexPage.Section> explain(
            Assembly assembly, ModelSource source, Model model, List<DemoScene> scenes, Labels labels)
            throws IOException {
        Explainer explainer = assembly.explainer(model, Optional.empty());
        Path folder = out.resolve(FileNames.safe(source.spec()));
        Batch batch = DemoScene.batch(scenes, labels, model.preprocessing(), folder);
        List<Target> targets = DemoScene.targets(scenes);
        List<Scores> scores = explainer.scores(batch.images());
        List<Explanation> explanations;
        try (Progress progress = Progress.ofShares(spec.commandLine(), source.spec())) {
            explanations = explainer.explain(batch.images(), targets, explainer.plan(methods, PROBES), progress::at);
        }
        Results results = new Results(batch, scores, targets, explanations, model.labels());
        List<String> arguments = spec.commandLine().getParseResult().originalArgs();
        new ResultFolder(results).write(folder, new RunRecord(arguments, source, model, assembly.catalog(), PROBES));
        return sections(source.spec(), results, folder);
    }

    /** One section per explained class: what the network answered, and a sheet per method. */
    private List<IndexPage.Section> sections(String model, Results results, Path folder) {
        List<IndexPage.Section> sections = new ArrayList<>();
        for (int image = 0; image < results.count(); image++) {
            String name = results.batch().names().get(image);
            String label = results.targetLabel(image);
            List<IndexPage.Picture> sheets = methods.stream()
                    .map(method -> new IndexPage.Picture(
                            out.relativize(folder) + "/" + name + "-" + FileNames.safe(method) + ".png",
                            method + " for " + label))
                    .toList();
            Results.Ranked first = results.top(image).get(0);
            String answer = String.format(
                    Locale.ROOT,
                    "The network's answer is %s (probability %.3f); explained here: %s.",
                    first.label(),
                    first.probability(),
                    results.targetLabel(image));
            sections.add(new IndexPage.Section(model + ", " + name.replace('-', ' '), answer, sheets));
        }
        return sections;
    }
}
