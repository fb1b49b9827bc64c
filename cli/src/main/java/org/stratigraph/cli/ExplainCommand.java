package org.stratigraph.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.stratigraph.cli.assembly.Assembly;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.pipeline.Explainer;
import org.stratigraph.core.pipeline.Explanation;
import org.stratigraph.core.pipeline.Fused;
import org.stratigraph.core.pipeline.Scores;
import org.stratigraph.core.spi.MemoryBudget;
import org.stratigraph.core.spi.Model;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Explains images: pictures for people, arrays for scripts. */
@Command(
        name = "explain",
        description = "Explains a model's decision about images, at every layer asked for.",
        footer = {
            "",
            "Example:",
            "  stratigraph explain --model resnet50 --weights resnet50.pth --image cat.jpg \\",
            "    --method input-x-gradient --layers all --out cat"
        },
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CatalogOptions parts;

    @Mixin
    private ModelOptions options;

    @ArgGroup(multiplicity = "1")
    private Subject subject;

    @Option(
            names = "--target",
            paramLabel = "CLASS",
            description = "The class to explain: a number, a label, top1 or top2; or one held against another, as in "
                    + "top1-top2 and tiger-bull_mastiff. Default: the tensor file's targets, else top1.")
    private Optional<String> target = Optional.empty();

    @Option(
            names = "--output",
            defaultValue = "logit",
            paramLabel = "SCALE",
            description = "What of the class: its logit, or its log-softmax. Default: ${DEFAULT-VALUE}.")
    private String output;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description =
                    "What methods of many passes may use, as in 500MB or 4GB: it decides the batches, not the results. "
                            + "Default: a quarter of what is free.")
    private Optional<String> memory = Optional.empty();

    @Option(
            names = "--method",
            required = true,
            paramLabel = "METHOD",
            description = "A method, with settings: NAME:key=value. May be given several times.")
    private List<String> methods;

    @Option(
            names = "--layers",
            paramLabel = "PROBE",
            description = "Layers by probe: all, blocks, last-conv, named:A,B and so on. May be given several times. "
                    + "Default: the method's own, all or, for the CAM family, last-conv.")
    private List<String> probes = new ArrayList<>();

    @Mixin
    private FusionOptions fusion;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "A folder for pictures: an overlay per layer, a sheet of all layers, and result.json.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--raw",
            paramLabel = "FILE",
            description = "A .safetensors file for arrays: METHOD/LAYER (N, h, w), signed, METHOD/FUSER (N, H, W), and "
                    + "logits (N, K).")
    private Optional<Path> raw = Optional.empty();

    /** What is explained. */
    static final class Subject {
        @Option(
                names = "--image",
                paramLabel = "FILE",
                description = "A picture, JPEG or PNG. May be given several times.")
        private List<Path> images = new ArrayList<>();

        @Option(
                names = "--tensor",
                paramLabel = "FILE",
                description =
                        "A .safetensors file with a preprocessed batch 'input' (N, 3, H, W), optionally 'target' (N).")
        private Optional<Path> tensor = Optional.empty();

        /** Reads the files at once, so that a broken one ends the run before a model is read. */
        Pictures read() throws IOException {
            return tensor.isPresent() ? TensorPictures.read(tensor.get()) : PhotoPictures.read(images);
        }
    }

    @Override
    public Integer call() throws Exception {
        CommandLine command = spec.commandLine();
        if (out.isEmpty() && raw.isEmpty()) {
            throw new ParameterException(command, "nothing to write: give --out DIR, --raw FILE or both");
        }
        try (Assembly assembly = parts.assemble(command)) {
            checkNames(command, assembly.catalog());
            checkPlaces(command);
            Pictures pictures = subject.read();
            ModelSource source = options.source(command, assembly.models(options.placement(command)));
            try (Model model = Failures.usage(command, source::open)) {
                explain(command, assembly, source, model, pictures);
            }
        }
        return 0;
    }

    private Target.Scale scale() {
        return switch (output) {
            case "logit" -> Target.Scale.LOGIT;
            case "log-softmax" -> Target.Scale.LOG_SOFTMAX;
            default ->
                throw new IllegalArgumentException("no --output '" + output + "'; there are logit and log-softmax");
        };
    }

    private void checkPlaces(CommandLine command) {
        out.ifPresent(folder -> OutputPlaces.requireFolder(command, "--out", folder));
        List<Path> inputs = new ArrayList<>(subject.images);
        subject.tensor.ifPresent(inputs::add);
        options.weights().ifPresent(inputs::add);
        raw.ifPresent(file -> OutputPlaces.requireFile(command, "--raw", file, inputs));
    }

    /** Makes each part once, so that a wrong name ends the run before a model is read. */
    private void checkNames(CommandLine command, Catalog catalog) throws Exception {
        methods = methods.stream().map(String::strip).toList();
        for (String method : methods) {
            if (Collections.frequency(methods, method) > 1) {
                throw new ParameterException(command, "--method " + method + " is given twice");
            }
        }
        Failures.usage(
                command, () -> methods.stream().map(catalog.methods()::make).toList());
        Failures.usage(
                command, () -> probes.stream().map(catalog.probes()::make).toList());
        fusion.check(command, catalog);
        Failures.usage(command, this::scale);
        Failures.usage(command, () -> memory.map(MemoryBudget::parse));
    }

    private void explain(CommandLine command, Assembly assembly, ModelSource source, Model model, Pictures pictures)
            throws Exception {
        Explainer explainer = assembly.explainer(model, memory.map(MemoryBudget::parse));
        List<String> chosen = fusion.probes(probes);
        List<Explainer.Task> tasks = Failures.usage(command, () -> explainer.plan(methods, chosen));
        fusion.requireNamesApart(command, tasks);
        Batch batch = Failures.usage(command, () -> pictures.prepare(model.preprocessing()));
        List<Scores> scores = explainer.scores(batch.images());
        List<Target> targets = Failures.usage(command, () -> batch.targets(target, scale(), model.labels(), scores));
        List<Explanation> explanations;
        try (Progress progress = Progress.ofShares(command, "explaining")) {
            explanations = explainer.explain(batch.images(), targets, tasks, progress::at);
        }
        List<Fused> fused = fusion.fuse(
                assembly.catalog(),
                explanations,
                batch.images().dimension(2),
                batch.images().dimension(3));
        Results results = new Results(batch, scores, targets, explanations, fused, model.labels());
        if (raw.isPresent()) {
            new RawFile(results).write(raw.get());
        }
        if (out.isPresent()) {
            RunRecord record =
                    new RunRecord(command.getParseResult().originalArgs(), source, model, assembly.catalog(), chosen);
            new ResultFolder(results).write(out.get(), record);
        }
        summarise(results);
    }

    private void summarise(Results results) {
        CommandLine command = spec.commandLine();
        new Summary(results).print(command.getOut(), command.getErr());
        PrintWriter print = command.getOut();
        out.ifPresent(
                folder -> print.println("pictures: " + folder.toAbsolutePath().normalize()));
        raw.ifPresent(file -> print.println("arrays: " + file.toAbsolutePath().normalize()));
        print.flush();
    }
}
