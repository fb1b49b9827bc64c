package org.stratigraph.backdoor;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.catalog.Discovered;
import org.stratigraph.core.spi.Metric;
import org.stratigraph.testkit.MetricContract;

/** Every metric of this module keeps the contract of metrics. */
class MetricContractsTest {
    @Nested
    class OfClassSensitivity extends Contract {
        OfClassSensitivity() {
            super("class-sensitivity");
        }
    }

    @Nested
    class OfFineGrainedLocalisation extends Contract {
        OfFineGrainedLocalisation() {
            super("fine-grained-localisation");
        }
    }

    @Nested
    class OfCompleteness extends Contract {
        OfCompleteness() {
            super("completeness");
        }
    }

    abstract static class Contract extends MetricContract {
        private final String typed;

        Contract(String typed) {
            this.typed = typed;
        }

        @Override
        protected Metric metric() {
            return new Catalog(List.of(new Discovered(new BackdoorPlugin(), "here")))
                    .metrics()
                    .make(typed);
        }
    }
}
