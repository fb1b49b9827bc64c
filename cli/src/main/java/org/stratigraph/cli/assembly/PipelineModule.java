package org.stratigraph.cli.assembly;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import java.util.Optional;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.pipeline.Explainer;
import org.stratigraph.core.spi.MemoryBudget;
import org.stratigraph.core.spi.Model;

/** The pipeline over one open model. */
final class PipelineModule extends AbstractModule {
    private final Model model;
    private final Optional<MemoryBudget> memory;

    PipelineModule(Model model, Optional<MemoryBudget> memory) {
        this.model = model;
        this.memory = memory;
    }

    @Override
    protected void configure() {
        bind(Model.class).toInstance(model);
    }

    @Provides
    Explainer explainer(Catalog catalog, Model open) {
        return new Explainer(catalog, open, memory);
    }
}
