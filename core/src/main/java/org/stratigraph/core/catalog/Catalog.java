package org.stratigraph.core.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.stratigraph.core.network.RuleSet;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.core.spi.Fuser;
import org.stratigraph.core.spi.LayerProbe;
import org.stratigraph.core.spi.Metric;
import org.stratigraph.core.spi.ModelLoader;
import org.stratigraph.core.spi.Named;
import org.stratigraph.core.spi.Plugin;
import org.stratigraph.core.spi.Readout;
import org.stratigraph.core.spi.SweepMethod;
import org.stratigraph.core.spi.Trigger;
import org.stratigraph.core.weights.WeightsFiles;
import org.stratigraph.core.weights.WeightsFormat;

/** Everything that the plugins at hand offer, by kind and name. Immutable, thread-safe. */
public final class Catalog {
    private final Shelf<AttributionMethod> methods;
    private final Shelf<LayerProbe> probes;
    private final Shelf<Fuser> fusers;
    private final Shelf<Metric> metrics;
    private final Shelf<Trigger> triggers;
    private final Shelf<ModelLoader> models;
    private final Shelf<DataSource> data;
    private final WeightsFiles weightsFiles;

    /**
     * Puts all parts on their shelves.
     *
     * @throws IllegalArgumentException if two plugins offer one name; the message names both jars
     */
    public Catalog(List<Discovered> plugins) {
        List<Entry<AttributionMethod>> all = new ArrayList<>(gather(plugins, Plugin::methods));
        for (Entry<RuleSet> rules : gather(plugins, Plugin::rules)) {
            all.add(new Entry<>(asMethod(rules.part()), rules.origin()));
        }
        this.methods = Shelf.of("method", all);
        this.probes = Shelf.of("probe", gather(plugins, Plugin::probes));
        this.fusers = Shelf.of("fuser", gather(plugins, Plugin::fusers));
        this.metrics = Shelf.of("metric", gather(plugins, Plugin::metrics));
        this.triggers = Shelf.of("trigger", gather(plugins, Plugin::triggers));
        this.models = Shelf.of("model", gather(plugins, Plugin::models));
        this.data = Shelf.of("data source", gather(plugins, Plugin::data));
        List<WeightsFormat> formats = plugins.stream()
                .flatMap(discovered -> discovered.plugin().weightsFormats().stream())
                .toList();
        this.weightsFiles = new WeightsFiles(formats);
    }

    /** A rule set is a method: one sweep under these rules, the relevance of each layer its map. */
    private static Named<AttributionMethod> asMethod(Named<RuleSet> rules) {
        return Named.of(
                rules.name(),
                rules.summary(),
                rules.settings(),
                settings -> new SweepMethod(rules.factory().apply(settings), Readout.RELEVANCE));
    }

    private static <T> List<Entry<T>> gather(List<Discovered> plugins, Function<Plugin, List<Named<T>>> offer) {
        return plugins.stream()
                .flatMap(discovered ->
                        offer.apply(discovered.plugin()).stream().map(part -> new Entry<>(part, discovered.origin())))
                .toList();
    }

    public Shelf<AttributionMethod> methods() {
        return methods;
    }

    public Shelf<LayerProbe> probes() {
        return probes;
    }

    public Shelf<Fuser> fusers() {
        return fusers;
    }

    public Shelf<Metric> metrics() {
        return metrics;
    }

    public Shelf<Trigger> triggers() {
        return triggers;
    }

    public Shelf<ModelLoader> models() {
        return models;
    }

    public Shelf<DataSource> data() {
        return data;
    }

    public WeightsFiles weightsFiles() {
        return weightsFiles;
    }
}
