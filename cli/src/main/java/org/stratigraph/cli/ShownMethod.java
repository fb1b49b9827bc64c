package org.stratigraph.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.evaluation.Entrant;
import org.stratigraph.core.evaluation.Subject;
import org.stratigraph.core.pipeline.Explainer;
import org.stratigraph.core.spi.AttributionMethod;

/**
 * What of one method is kept and shown for a picture.
 *
 * @param task the method at every layer that is kept
 * @param usual the layer that its users look at
 * @param fused the layers that are fused, from the input upward; none, where the method cannot explain them all
 * @param fusers by which; the first is the one that is shown
 */
record ShownMethod(Explainer.Task task, String usual, List<String> fused, List<String> fusers) {
    private static final String EVERY_LAYER = "all";
    private static final String INPUT = "input";
    private static final String FUSION = "fusion";

    String spec() {
        return task.spec();
    }

    /** One for each method that takes part, in the order of their first subjects. */
    static List<ShownMethod> of(Catalog catalog, Explainer explainer, Comparison comparison, List<Entrant> entrants) {
        catalog.fusers().make(comparison.fuser()); // or says what is wrong with it
        List<String> walked = explainer.layers(List.of(comparison.layers()));
        List<ShownMethod> shown = new ArrayList<>();
        List<String> methods = comparison.subjects().stream()
                .map(subject -> Subject.parse(subject).method())
                .distinct()
                .toList(); // not those of the controls
        for (String method : methods) {
            shown.add(of(
                    catalog.methods().make(method),
                    method,
                    explainer,
                    walked,
                    comparison.fuser(),
                    entrants.stream()
                            .filter(entrant -> entrant.subject().method().equals(method))
                            .toList()));
        }
        return shown;
    }

    private static ShownMethod of(
            AttributionMethod method,
            String spec,
            Explainer explainer,
            List<String> walked,
            String fuser,
            List<Entrant> entrants) {
        String probe = method.probe().equals(EVERY_LAYER) ? INPUT : method.probe();
        String usual = explainer.layers(List.of(probe)).get(0);
        List<String> fusers = Stream.concat(
                        Stream.of(fuser), entrants.stream().flatMap(entrant -> entrant.subject().fuser().stream()))
                .distinct()
                .toList();
        Set<String> own = new LinkedHashSet<>();
        own.add(usual);
        entrants.forEach(entrant -> own.addAll(entrant.layers()));
        Set<String> all = new LinkedHashSet<>(own);
        all.addAll(walked);
        try {
            return at(all, explainer, spec, usual, fusers);
        } catch (IllegalArgumentException notEverywhere) {
            return at(own, explainer, spec, usual, fusers); // then it is shown where it can be
        }
    }

    /** What fuses is shown where all that it fuses is there. */
    private static ShownMethod at(
            Set<String> layers, Explainer explainer, String spec, String usual, List<String> fusers) {
        List<String> fused = explainer.layers(List.of(FUSION));
        boolean whole = layers.containsAll(fused);
        return new ShownMethod(
                task(explainer, spec, layers), usual, whole ? fused : List.of(), whole ? fusers : List.of());
    }

    private static Explainer.Task task(Explainer explainer, String spec, Set<String> layers) {
        return explainer
                .plan(List.of(spec), List.of("named:" + String.join(",", layers)))
                .get(0);
    }
}
