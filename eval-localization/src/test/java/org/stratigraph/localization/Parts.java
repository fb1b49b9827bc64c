package org.stratigraph.localization;

import java.util.List;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.catalog.Plugins;
import org.stratigraph.core.spi.Metric;

/** Metrics by the names that a user types, from the plugins on the class path. */
final class Parts {
    private Parts() {}

    static Metric metric(String typed) {
        try (Plugins plugins = Plugins.find(List.of())) {
            return new Catalog(plugins.found()).metrics().make(typed);
        }
    }
}
