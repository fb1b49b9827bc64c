package com.example.rectified;

import java.util.List;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.catalog.Plugins;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.testkit.AttributionMethodContract;

/** Everything that is true of every method, asked of this one, found by its name as a user finds it. */
class RectifiedGradientTest extends AttributionMethodContract {
    @Override
    protected AttributionMethod method() {
        return new Catalog(Plugins.find(List.of()).found()).methods().make("rectified-gradient");
    }
}
