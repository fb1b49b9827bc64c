package org.stratigraph.cli.assembly;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.catalog.Plugins;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.pipeline.Explainer;
import org.stratigraph.core.spi.MemoryBudget;
import org.stratigraph.core.spi.Model;

/** One run's parts, put together: the catalog of what the plugins offer and, with a model, the pipeline over it. */
public final class Assembly implements AutoCloseable {
    private final Injector injector;

    private Assembly(Injector injector) {
        this.injector = injector;
    }

    /**
     * Finds the plugins.
     *
     * @param pluginFolders folders of plugin jars beside those on the class path
     * @throws IllegalArgumentException if a folder is none, or two plugins offer one name
     */
    public static Assembly of(List<Path> pluginFolders) {
        Plugins plugins = Plugins.find(pluginFolders);
        try {
            return new Assembly(Guice.createInjector(new CatalogModule(plugins, new Catalog(plugins.found()))));
        } catch (RuntimeException failure) {
            plugins.close();
            throw failure;
        }
    }

    public Plugins plugins() {
        return injector.getInstance(Plugins.class);
    }

    public Catalog catalog() {
        return injector.getInstance(Catalog.class);
    }

    /** Opens models by spec on the placement given. */
    public ModelOpener models(Placement placement) {
        return injector.createChildInjector(new PlacementModule(placement)).getInstance(ModelOpener.class);
    }

    /**
     * The pipeline over an open model, which stays the caller's to close.
     *
     * @param memory what methods may use; empty for their default
     */
    public Explainer explainer(Model model, Optional<MemoryBudget> memory) {
        return injector.createChildInjector(new PipelineModule(model, memory)).getInstance(Explainer.class);
    }

    @Override
    public void close() {
        plugins().close();
    }
}
