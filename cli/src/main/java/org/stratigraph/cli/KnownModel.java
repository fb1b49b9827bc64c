package org.stratigraph.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.spi.Bundled;
import org.stratigraph.core.spi.ModelLoader;

/**
 * A model at hand whose reason is known, because it was implanted.
 *
 * @param metric that looks for it
 */
record KnownModel(ModelSource source, String metric) {
    /** All that the plugins bring, in their order. */
    static List<KnownModel> all(Catalog catalog) {
        List<KnownModel> known = new ArrayList<>();
        catalog.models().entries().forEach(entry -> {
            String name = entry.part().name();
            ModelLoader loader = catalog.models().make(name);
            Optional<Bundled> bundled = loader.bundled();
            bundled.flatMap(Bundled::backdoor)
                    .ifPresent(metric -> known.add(new KnownModel(
                            new ModelSource(name, loader, bundled.get().weights(), Placement.standard()), metric)));
        });
        return known;
    }
}
