package org.stratigraph.core.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stratigraph.core.catalog.Alternatives;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.pipeline.Explainer;
import org.stratigraph.core.pipeline.Explanation;
import org.stratigraph.core.pipeline.Fused;
import org.stratigraph.core.pipeline.Fusion;
import org.stratigraph.core.spi.AttributionMethod;

/** One method's entrants, and the way from its explanation to their maps. Immutable. */
final class Entrants {
    private static final String FUSED = "fusion";
    private static final String EVERY_LAYER = "all";
    private static final String INPUT = "input";

    private final Catalog catalog;
    private final List<Entrant> entrants;
    private final Explainer.Task task;

    private Entrants(Catalog catalog, List<Entrant> entrants, Explainer.Task task) {
        this.catalog = catalog;
        this.entrants = List.copyOf(entrants);
        this.task = task;
    }

    /** The entrants that subjects become on the explainer's model, by method; throws what {@link Evaluation} says. */
    static List<Entrants> of(Catalog catalog, Explainer explainer, List<Subject> subjects) {
        Map<String, Set<Entrant>> byMethod = new LinkedHashMap<>();
        subjects.forEach(subject -> byMethod.computeIfAbsent(subject.method(), any -> new LinkedHashSet<>())
                .addAll(enter(catalog, explainer, subject)));
        List<Entrants> all = new ArrayList<>();
        byMethod.forEach((method, of) -> all.add(new Entrants(catalog, List.copyOf(of), task(explainer, method, of))));
        return all;
    }

    private static List<Entrant> enter(Catalog catalog, Explainer explainer, Subject subject) {
        AttributionMethod method = catalog.methods().make(subject.method());
        if (subject.fuser().isPresent()) {
            List<String> layers = explainer.layers(List.of(subject.probe().orElse(FUSED)));
            return Alternatives.of(subject.fuser().get()).stream()
                    .map(fuser -> fused(catalog, subject, fuser, layers))
                    .toList();
        }
        // "all" is for looking at; where a method is judged at one layer, that is the input
        String usual = method.probe().equals(EVERY_LAYER) ? INPUT : method.probe();
        return explainer.layers(List.of(subject.probe().orElse(usual))).stream()
                .map(layer -> new Entrant(subject, List.of(layer)))
                .toList();
    }

    private static Entrant fused(Catalog catalog, Subject subject, String fuser, List<String> layers) {
        catalog.fusers().make(fuser); // or says what is wrong with it
        return new Entrant(new Subject(subject.method(), subject.probe(), Optional.of(fuser)), layers);
    }

    /** The method at all layers that an entrant needs. */
    private static Explainer.Task task(Explainer explainer, String method, Set<Entrant> entrants) {
        Set<String> needed = new LinkedHashSet<>();
        entrants.forEach(entrant -> needed.addAll(entrant.layers()));
        String probe = "named:" + String.join(",", needed);
        return explainer.plan(List.of(method), List.of(probe)).get(0);
    }

    List<Entrant> list() {
        return entrants;
    }

    Explainer.Task task() {
        return task;
    }

    /** One map per question and entrant, at the input's size, of what the method says at all the layers. */
    Map<Entrant, List<SaliencyMap>> maps(Explanation explanation, int height, int width) {
        Map<Entrant, List<SaliencyMap>> maps = new LinkedHashMap<>();
        Map<List<String>, List<Entrant>> toFuse = new LinkedHashMap<>();
        for (Entrant entrant : entrants) {
            if (entrant.subject().fuser().isPresent()) {
                toFuse.computeIfAbsent(entrant.layers(), any -> new ArrayList<>())
                        .add(entrant);
            } else {
                maps.put(entrant, single(explanation, entrant.layers().get(0), height, width));
            }
        }
        // Fusers of the same layers share the rankings of their maps.
        toFuse.forEach((layers, fusing) -> maps.putAll(fuse(only(explanation, layers), fusing, height, width)));
        return maps;
    }

    private static List<SaliencyMap> single(Explanation explanation, String layer, int height, int width) {
        return only(explanation, List.of(layer)).layers().get(0).maps().stream()
                .map(map -> finite(explanation, explanation.view().of(map)).upsample(height, width))
                .toList();
    }

    private Map<Entrant, List<SaliencyMap>> fuse(Explanation explanation, List<Entrant> fusing, int height, int width) {
        List<String> specs = fusing.stream()
                .map(entrant -> entrant.subject().fuser().orElseThrow())
                .toList();
        List<Fused> fused = Fusion.of(catalog, specs, false).fuse(explanation, height, width);
        Map<Entrant, List<SaliencyMap>> maps = new LinkedHashMap<>();
        for (int i = 0; i < specs.size(); i++) {
            maps.put(fusing.get(i), fused.get(i).maps());
        }
        return maps;
    }

    private static Explanation only(Explanation explanation, List<String> layers) {
        List<LayerMaps> chosen = explanation.layers().stream()
                .filter(maps -> layers.contains(maps.layer()))
                .toList();
        return new Explanation(explanation.method(), chosen, explanation.view());
    }

    private static LayerMap finite(Explanation explanation, LayerMap map) {
        if (!Double.isFinite(map.sum())) {
            throw new IllegalArgumentException("the map of " + explanation.method() + " at layer '" + map.layer()
                    + "' holds NaN or infinity, and cannot be judged");
        }
        return map;
    }
}
