package org.stratigraph.core.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.Sketch;

class MemoryBudgetTest {
    @ParameterizedTest
    @CsvSource({"500MB, 524288000", "4GB, 4294967296", "' 2 gb ', 2147483648", "1mb, 1048576"})
    void is_typed_in_mega_or_gigabytes(String typed, long bytes) {
        assertThat(MemoryBudget.parse(typed)).isEqualTo(new MemoryBudget(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4", "4TB", "-1GB", "1.5GB", "0MB", "GB", "4GB of it", "9999999999MB"})
    void what_is_no_size_is_refused_with_an_example(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MemoryBudget.parse(typed))
                .withMessage("'" + typed + "' is no size of memory; say 500MB or 4GB");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void nothing_is_no_budget(long bytes) {
        assertThatIllegalArgumentException().isThrownBy(() -> new MemoryBudget(bytes));
    }

    @Test
    void holds_whole_rows_and_at_least_one() {
        assertThat(new MemoryBudget(1000).rows(300)).isEqualTo(3);
        assertThat(new MemoryBudget(900).rows(300)).isEqualTo(3);
        assertThat(new MemoryBudget(1).rows(300)).isOne();
        assertThat(new MemoryBudget(Long.MAX_VALUE).rows(1)).isEqualTo(Integer.MAX_VALUE);
    }

    /** Other programs take and free memory meanwhile, so only the order of size is certain. */
    @Test
    void is_by_default_a_share_of_what_is_free() {
        try (Network network = Sketch.chain(Placement.standard())) {
            assertThat(MemoryBudget.shareOfFree(network).bytes()).isPositive().isLessThan(network.freeMemory());
        }
    }
}
