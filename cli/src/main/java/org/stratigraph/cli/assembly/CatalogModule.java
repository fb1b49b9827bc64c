package org.stratigraph.cli.assembly;

import com.google.inject.AbstractModule;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.catalog.Plugins;

/** What every command needs: the plugins found, and their parts by name. */
final class CatalogModule extends AbstractModule {
    private final Plugins plugins;
    private final Catalog catalog;

    CatalogModule(Plugins plugins, Catalog catalog) {
        this.plugins = plugins;
        this.catalog = catalog;
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        bind(Plugins.class).toInstance(plugins);
        bind(Catalog.class).toInstance(catalog);
    }
}
