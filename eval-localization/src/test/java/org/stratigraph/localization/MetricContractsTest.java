package org.stratigraph.localization;

import org.junit.jupiter.api.Nested;
import org.stratigraph.core.spi.Metric;
import org.stratigraph.testkit.MetricContract;

/** Every metric of this module keeps the contract of metrics. */
class MetricContractsTest {
    @Nested
    class EnergyPointingGame extends Contract {
        EnergyPointingGame() {
            super("energy-pointing-game");
        }
    }

    @Nested
    class PointingGame extends Contract {
        PointingGame() {
            super("pointing-game:tolerance=3,objects=all");
        }
    }

    @Nested
    class RelevanceMass extends Contract {
        RelevanceMass() {
            super("relevance-mass");
        }
    }

    @Nested
    class RelevanceRank extends Contract {
        RelevanceRank() {
            super("relevance-rank:objects=all");
        }
    }

    abstract static class Contract extends MetricContract {
        private final String typed;

        Contract(String typed) {
            this.typed = typed;
        }

        @Override
        protected Metric metric() {
            return Parts.metric(typed);
        }
    }
}
