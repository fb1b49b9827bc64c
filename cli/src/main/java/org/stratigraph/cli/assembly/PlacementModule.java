package org.stratigraph.cli.assembly;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.engine.Placement;

/** Where and how a run computes. */
final class PlacementModule extends AbstractModule {
    private final Placement placement;

    PlacementModule(Placement placement) {
        this.placement = placement;
    }

    @Override
    protected void configure() {
        bind(Placement.class).toInstance(placement);
    }

    @Provides
    ModelOpener modelOpener(Catalog catalog, Placement where) {
        return new ModelOpener(catalog, where);
    }
}
