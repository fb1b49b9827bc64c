package org.stratigraph.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.evaluation.ClassMatch;
import org.stratigraph.core.evaluation.Evaluation;
import org.stratigraph.core.evaluation.SampleTarget;
import org.stratigraph.core.evaluation.Subject;
import org.stratigraph.core.evaluation.Survey;
import org.stratigraph.core.files.FileDigest;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.pipeline.Explainer;
import org.stratigraph.core.pipeline.Explanation;
import org.stratigraph.core.pipeline.Scores;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.core.spi.MemoryBudget;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.core.spi.Samples;
import org.stratigraph.report.JsonLines;

/** One open model on one data source: its scores and its raw maps, in a folder of their own; goes on from what is there. */
final class ComparisonCell {
    private static final String SAMPLE = OutcomeLine.SAMPLE;

    private final Comparison comparison;
    private final Comparison.DataPart part;
    private final ModelSource source;
    private final Model model;
    private final Catalog catalog;
    private final ClassMatch match;
    private final Samples samples;
    private final SampleTarget target;
    private final List<Integer> drawn;
    private final Evaluation evaluation;
    private final Explainer explainer;
    private final List<ShownMethod> methods;

    /**
     * Makes every part, so that what does not exist or does not fit ends the run before its work.
     *
     * @throws java.util.NoSuchElementException if a part does not exist
     * @throws IllegalArgumentException if a setting is wrong, or parts do not fit together
     */
    ComparisonCell(Comparison comparison, Comparison.DataPart part, ModelSource source, Model model, Catalog catalog) {
        this.comparison = comparison;
        this.part = part;
        this.source = source;
        this.model = model;
        this.catalog = catalog;
        DataSource data = catalog.data().make(part.data());
        this.match = DataChoice.match(data, model, comparison.target());
        this.samples = match.of(data.samples(DataChoice.split(part.split())));
        this.target = DataChoice.target(comparison.target());
        this.drawn = Survey.draw(samples.size(), part.limit(), comparison.seed());
        Optional<MemoryBudget> memory = memory();
        List<Subject> subjects =
                comparison.scored().stream().map(Subject::parse).toList();
        this.evaluation = new Evaluation(catalog, model, memory, subjects, comparison.metrics());
        this.explainer = new Explainer(catalog, model, memory);
        this.methods = ShownMethod.of(catalog, explainer, comparison, evaluation.entrants());
    }

    /** What passes may use; empty for the default. */
    Optional<MemoryBudget> memory() {
        return Optional.ofNullable(comparison.memory()).map(MemoryBudget::parse);
    }

    Comparison.DataPart part() {
        return part;
    }

    Evaluation evaluation() {
        return evaluation;
    }

    Explainer explainer() {
        return explainer;
    }

    Model model() {
        return model;
    }

    List<ShownMethod> methods() {
        return methods;
    }

    /** What a user should know of the data's classes and the model's. */
    Optional<String> note() {
        return match.note();
    }

    Samples samples() {
        return samples;
    }

    List<Integer> drawn() {
        return drawn;
    }

    /** The numbers of the pictures that are shown. */
    List<Integer> shown() {
        return drawn.subList(0, Math.min(comparison.pictures(), drawn.size()));
    }

    /** Where a picture's maps are kept. */
    Path maps(Path folder, int number) {
        return folder.resolve(file(number));
    }

    private static String file(int number) {
        return String.format(Locale.ROOT, "maps/%04d.safetensors", number);
    }

    SampleTarget target() {
        return target;
    }

    /** Scores what is missing, and keeps the maps of the first pictures. */
    List<Map<String, Object>> run(Path folder, Explainer.Listener listener) throws IOException {
        double share = (double) shown().size() / (shown().size() + drawn.size());
        try (JsonLines pictures = JsonLines.open(folder.resolve("pictures.jsonl"), shownRun())) {
            explain(folder, pictures, (done, doing) -> listener.at(share * done, doing));
        }
        try (ScoresFile scores = ScoresFile.open(folder, scoredRun())) {
            Explainer.Listener rest = (done, doing) -> listener.at(share + (1 - share) * done, doing);
            scores.complete(new Survey(evaluation, samples, target), drawn, rest);
            return scores.lines(drawn);
        }
    }

    private void explain(Path folder, JsonLines lines, Explainer.Listener listener) throws IOException {
        List<Object> done = lines.lines().stream()
                .filter(line -> !line.containsKey(OutcomeLine.UNREADABLE)) // it may have been mended since
                .map(line -> line.get(SAMPLE))
                .toList();
        List<Integer> shown = shown();
        for (int i = 0; i < shown.size(); i++) {
            int before = i;
            if (!done.contains(shown.get(i))) {
                explain(
                        folder,
                        shown.get(i),
                        lines,
                        (share, doing) -> listener.at((before + share) / shown.size(), "maps: " + doing));
            }
        }
    }

    private void explain(Path folder, int number, JsonLines lines, Explainer.Listener listener) throws IOException {
        ShownSample sample;
        try {
            sample = sample(number);
        } catch (IOException unreadable) {
            Map<String, Object> line = OutcomeLine.unreadable(number, unreadable.getMessage());
            if (!lines.lines().contains(line)) {
                lines.add(line);
            }
            return;
        }
        List<Target> targets = sample.classes().stream().map(Target::logit).toList();
        Tensor inputs = Tensor.stack(Collections.nCopies(targets.size(), sample.input()));
        List<Explanation> explanations = explainer.explain(
                inputs, targets, methods.stream().map(ShownMethod::task).toList(), listener);
        new MapsFile(maps(folder, number))
                .write(
                        catalog,
                        methods,
                        sample.scores(),
                        explanations,
                        sample.view().height(),
                        sample.view().width());
        Map<String, Object> line = new LinkedHashMap<>();
        line.put(SAMPLE, number);
        line.put("name", sample.name());
        line.put("file", file(number));
        line.put(
                "targets",
                sample.classes().stream()
                        .map(index ->
                                Map.of("index", index, "label", model.labels().name(index)))
                        .toList());
        lines.add(line);
    }

    /**
     * A picture in front of the model.
     *
     * @param classes those that are explained
     */
    record ShownSample(String name, RgbImage view, Tensor input, Scores scores, List<Integer> classes) {}

    ShownSample sample(int number) throws IOException {
        Sample sample = samples.sample(number);
        RgbImage view = model.preprocessing().view(sample.image());
        Tensor input = model.preprocessing().normalise(view);
        Scores scores = explainer.scores(Tensor.stack(List.of(input))).get(0);
        List<Integer> classes =
                scores.ranking().stream().limit(comparison.classes()).toList();
        return new ShownSample(sample.name(), view, input, scores, classes);
    }

    /** Everything that decides what the scores of a sample are; how many of them are scored does not. */
    private Map<String, Object> scoredRun() {
        Map<String, Object> run = identity();
        run.put("target", comparison.target());
        run.put("methods", comparison.scored());
        run.put(ScoresFile.METRICS, comparison.metrics());
        return run;
    }

    /** The same for a picture's maps. */
    private Map<String, Object> shownRun() {
        Map<String, Object> run = identity();
        run.put("classes", comparison.classes());
        for (ShownMethod method : methods) {
            run.put(method.spec(), List.of(method.task().layers(), method.fused(), method.fusers()));
        }
        return run;
    }

    private Map<String, Object> identity() {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("stratigraph", Versions.own());
        run.putAll(source.identity());
        run.put("data", part.data());
        run.put("split", part.split());
        run.put("pictures", samples.size());
        return run;
    }

    /** What was scored, for the manifest: the drawn pictures' numbers and names, and their digest. */
    static Map<String, Object> listing(List<Map<String, Object>> lines) {
        List<String> names = new ArrayList<>();
        List<Object> unreadable = new ArrayList<>();
        lines.forEach(line -> {
            if (line.containsKey(OutcomeLine.UNREADABLE)) {
                unreadable.add(line.get(SAMPLE));
            } else {
                names.add(line.get(SAMPLE) + "\t" + line.get("name"));
            }
        });
        Collections.sort(names);
        Map<String, Object> listing = new LinkedHashMap<>();
        listing.put("pictures", names.size());
        listing.put("unreadable", unreadable);
        listing.put("sha256", FileDigest.of(String.join("\n", names).getBytes(StandardCharsets.UTF_8)));
        return listing;
    }
}
