package org.stratigraph.tif;

import java.util.List;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.catalog.Plugins;
import org.stratigraph.core.spi.Fuser;

/** Fusers by the names that a user types, from the plugins on the class path. */
final class Parts {
    private Parts() {}

    static Fuser fuser(String typed) {
        try (Plugins plugins = Plugins.find(List.of())) {
            return new Catalog(plugins.found()).fusers().make(typed);
        }
    }
}
