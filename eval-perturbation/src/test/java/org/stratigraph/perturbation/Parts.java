package org.stratigraph.perturbation;

import java.util.List;
import java.util.function.Function;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.catalog.Plugins;
import org.stratigraph.core.spi.Metric;
import org.stratigraph.core.spi.ModelLoader;

/** Parts by the names that a user types, from the plugins on the class path. */
final class Parts {
    private Parts() {}

    static Metric metric(String typed) {
        return from(catalog -> catalog.metrics().make(typed));
    }

    static ModelLoader model(String typed) {
        return from(catalog -> catalog.models().make(typed));
    }

    private static <T> T from(Function<Catalog, T> shelf) {
        try (Plugins plugins = Plugins.find(List.of())) {
            return shelf.apply(new Catalog(plugins.found()));
        }
    }
}
