package org.stratigraph.tif;

import org.junit.jupiter.api.Nested;
import org.stratigraph.core.spi.Fuser;
import org.stratigraph.testkit.FuserContract;

/** Every fuser of this module keeps the contract of fusers. */
class FuserContractsTest {
    @Nested
    class TifAsPlainAsItComes extends Contract {
        TifAsPlainAsItComes() {
            super("tif");
        }
    }

    @Nested
    class TifOfEquationOne extends Contract {
        TifOfEquationOne() {
            super("tif:alpha=0");
        }
    }

    @Nested
    class MeanOfMaps extends Contract {
        MeanOfMaps() {
            super("mean");
        }
    }

    @Nested
    class MaxOfMaps extends Contract {
        MaxOfMaps() {
            super("max");
        }
    }

    @Nested
    class ProductOfMaps extends Contract {
        ProductOfMaps() {
            super("product");
        }
    }

    @Nested
    class LastMap extends Contract {
        LastMap() {
            super("last");
        }
    }

    @Nested
    class FirstMap extends Contract {
        FirstMap() {
            super("first");
        }
    }

    @Nested
    class SumInFullGradStyle extends Contract {
        SumInFullGradStyle() {
            super("fullgrad-style");
        }
    }

    abstract static class Contract extends FuserContract {
        private final String typed;

        Contract(String typed) {
            this.typed = typed;
        }

        @Override
        protected Fuser fuser() {
            return Parts.fuser(typed);
        }
    }
}
