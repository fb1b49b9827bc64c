package org.stratigraph.core.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.pipeline.Explainer;
import org.stratigraph.core.pipeline.Explanation;
import org.stratigraph.core.pipeline.Scores;
import org.stratigraph.core.spi.Case;
import org.stratigraph.core.spi.MemoryBudget;
import org.stratigraph.core.spi.Metric;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Question;
import org.stratigraph.core.spi.Sample;

/**
 * Subjects under metrics on one model: every question that metrics ask is explained once per method, whatever number of layers,
 * fusers and metrics use the maps. Thread-safe.
 */
public final class Evaluation {
    private final Model model;
    private final Explainer explainer;
    private final MemoryBudget memory;
    private final List<Entrants> entrants;
    private final Map<String, Metric> metrics = new LinkedHashMap<>();

    /**
     * Makes every part once, so that what does not exist or does not fit ends the run before its work.
     *
     * @param memory what passes may use; empty for the default
     * @param metricSpecs as typed
     * @throws java.util.NoSuchElementException if a method, probe, fuser, metric or layer does not exist
     * @throws IllegalArgumentException if a setting is wrong, or a method cannot explain a layer
     */
    public Evaluation(
            Catalog catalog,
            Model model,
            Optional<MemoryBudget> memory,
            List<Subject> subjects,
            List<String> metricSpecs) {
        if (subjects.isEmpty() || metricSpecs.isEmpty()) {
            throw new IllegalArgumentException("an evaluation takes at least one subject and one metric");
        }
        this.model = model;
        this.explainer = new Explainer(catalog, model, memory);
        this.memory = memory.orElseGet(() -> MemoryBudget.shareOfFree(model.network()));
        metricSpecs.forEach(spec -> metrics.put(spec, catalog.metrics().make(spec)));
        this.entrants = Entrants.of(catalog, explainer, subjects);
    }

    /** Who is compared, method by method. */
    public List<Entrant> entrants() {
        return entrants.stream().flatMap(of -> of.list().stream()).toList();
    }

    /** The metrics by what was typed. */
    public Map<String, Metric> metrics() {
        return new LinkedHashMap<>(metrics);
    }

    /**
     * Scores one sample. One at a time, because rounding depends on what goes through a network together, and a score must not
     * depend on its neighbours; methods that need many passes batch these.
     *
     * @param number the sample's, in its split
     * @param target what is asked about it; metrics of implanted reasons ask about their own
     * @throws RuntimeException what the listener throws, which is how to stop the work
     */
    public Outcome score(int number, Sample sample, SampleTarget target, Explainer.Listener listener) {
        Case judged = judged(sample, target);
        Asked asked = Asked.about(judged, metrics);
        List<Outcome.Result> results = new ArrayList<>();
        for (int i = 0; i < entrants.size() && !asked.metrics().isEmpty(); i++) {
            int before = i;
            Explainer.Listener part = (share, doing) -> listener.at((before + share) / entrants.size(), doing);
            // Method by method: what the maps of all of them take together would be too much.
            maps(entrants.get(i), asked.questions(), part)
                    .forEach((entrant, maps) -> asked.metrics()
                            .forEach(metric -> results.add(new Outcome.Result(
                                    entrant.name(),
                                    metric,
                                    metrics.get(metric).score(judged, asked.answers(metric, maps))))));
        }
        return new Outcome(number, sample.name(), results, asked.leftOut());
    }

    private Case judged(Sample sample, SampleTarget target) {
        RgbImage view = model.preprocessing().view(sample.image());
        Tensor input = Tensor.stack(List.of(model.preprocessing().normalise(view)));
        Scores scores = explainer.scores(input).get(0);
        return Case.of(model, sample, view, target.target(sample, scores), memory);
    }

    /** One method's maps, for each of its entrants one per question. */
    private Map<Entrant, List<SaliencyMap>> maps(Entrants of, List<Question> questions, Explainer.Listener listener) {
        Tensor inputs = Tensor.stack(questions.stream().map(Question::input).toList());
        List<Target> targets = questions.stream().map(Question::target).toList();
        Explanation explanation =
                explainer.explain(inputs, targets, List.of(of.task()), listener).get(0);
        return of.maps(explanation, inputs.dimension(2), inputs.dimension(3));
    }
}
