package org.stratigraph.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.spi.ModelLoader;

/**
 * A model with the metrics that a study scores on it.
 *
 * @param metrics as typed
 */
record StudyModel(ModelSource source, List<String> metrics) {
    StudyModel {
        metrics = List.copyOf(metrics);
    }

    String name() {
        return source.spec();
    }

    /** Models all of which are scored under the same metrics. */
    static List<StudyModel> under(List<String> metrics, List<ModelSource> sources) {
        return sources.stream().map(source -> new StudyModel(source, metrics)).toList();
    }

    /** The models at hand whose reason is known, because it was implanted, each with the metric that looks for it. */
    static List<StudyModel> known(Catalog catalog, Placement placement) {
        List<StudyModel> known = new ArrayList<>();
        bundled(catalog, placement)
                .forEach((source, backdoor) ->
                        backdoor.ifPresent(metric -> known.add(new StudyModel(source, List.of(metric)))));
        return known;
    }

    /** The models at hand that come with weights and no backdoor. */
    static List<ModelSource> honest(Catalog catalog, Placement placement) {
        List<ModelSource> honest = new ArrayList<>();
        bundled(catalog, placement).forEach((source, backdoor) -> {
            if (backdoor.isEmpty()) {
                honest.add(source);
            }
        });
        return honest;
    }

    private static Map<ModelSource, Optional<String>> bundled(Catalog catalog, Placement placement) {
        Map<ModelSource, Optional<String>> bundled = new LinkedHashMap<>();
        catalog.models().entries().forEach(entry -> {
            String name = entry.part().name();
            ModelLoader loader = catalog.models().make(name);
            loader.bundled()
                    .ifPresent(with ->
                            bundled.put(new ModelSource(name, loader, with.weights(), placement), with.backdoor()));
        });
        return bundled;
    }
}
