package org.stratigraph.perturbation;

import org.junit.jupiter.api.Nested;
import org.stratigraph.core.spi.Metric;
import org.stratigraph.testkit.MetricContract;

/** Every metric of this module keeps the contract of metrics, with every fill. */
class MetricContractsTest {
    @Nested
    class LeastRelevantFirst extends Contract {
        LeastRelevantFirst() {
            super("lerf");
        }
    }

    @Nested
    class MostRelevantFirst extends Contract {
        MostRelevantFirst() {
            super("morf");
        }
    }

    @Nested
    class RiseDeletion extends Contract {
        RiseDeletion() {
            super("deletion");
        }
    }

    @Nested
    class RiseInsertion extends Contract {
        RiseInsertion() {
            super("insertion");
        }
    }

    @Nested
    class WithMeans extends Contract {
        WithMeans() {
            super("lerf:fill=mean,steps=7");
        }
    }

    @Nested
    class WithBlur extends Contract {
        WithBlur() {
            super("deletion:fill=blur,fine=false");
        }
    }

    @Nested
    class WithNoise extends Contract {
        WithNoise() {
            super("insertion:fill=noise,seed=3");
        }
    }

    @Nested
    class WithImputation extends Contract {
        WithImputation() {
            super("morf:fill=linear,ties=seeded");
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
