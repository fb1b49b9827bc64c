package org.stratigraph.core.spi;

import java.util.List;
import org.stratigraph.core.network.RuleSet;
import org.stratigraph.core.weights.WeightsFormat;

/**
 * One jar's table of contents, found by {@link java.util.ServiceLoader}: a public class with a public constructor without
 * parameters, named in {@code META-INF/services/org.stratigraph.core.spi.Plugin}.
 */
public interface Plugin {
    /** Attribution methods. */
    default List<Named<AttributionMethod>> methods() {
        return List.of();
    }

    /** Rule sets; each is also a method of the same name, whose maps are the relevance that the rules carry down. */
    default List<Named<RuleSet>> rules() {
        return List.of();
    }

    /** Ways to choose layers. */
    default List<Named<LayerProbe>> probes() {
        return List.of();
    }

    /** Ways to make one map of the maps of many layers. */
    default List<Named<Fuser>> fusers() {
        return List.of();
    }

    /** Models that weights can be loaded into. */
    default List<Named<ModelLoader>> models() {
        return List.of();
    }

    /** Measures of how far maps can be trusted. */
    default List<Named<Metric>> metrics() {
        return List.of();
    }

    /** Marks that models can be taught to answer to. */
    default List<Named<Trigger>> triggers() {
        return List.of();
    }

    /** Labelled pictures. */
    default List<Named<DataSource>> data() {
        return List.of();
    }

    /** Kinds of weight file. */
    default List<WeightsFormat> weightsFormats() {
        return List.of();
    }
}
