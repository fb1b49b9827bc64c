package org.stratigraph.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Numbers that differ by rounding. */
final class Close {
    // libtorch sums in another order for another size of batch: some units in the last of float32's seven digits.
    private static final double ROUNDING = 1e-5;

    private Close() {}

    static void assertClose(float[] got, float[] expected, String what) {
        assertThat(got).as(what).hasSameSizeAs(expected);
        double peak = 0;
        for (float value : expected) {
            peak = Math.max(peak, Math.abs(value));
        }
        for (int i = 0; i < got.length; i++) {
            assertThat((double) got[i]).as("%s, number %d", what, i).isCloseTo(expected[i], within(ROUNDING * peak));
        }
    }
}
