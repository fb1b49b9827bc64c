package org.stratigraph.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.LayerMaps;

/** Maps that are equal up to rounding: float32 sums of another order differ by a few parts in ten million. */
final class Close {
    /** What rounding may change, by the largest value of the map. */
    static final double ROUNDING = 2e-5;

    private static final double NOTHING = 1e-9;

    private Close() {}

    static void assertClose(List<LayerMaps> got, List<LayerMaps> expected) {
        assertThat(got)
                .extracting(LayerMaps::layer)
                .isEqualTo(expected.stream().map(LayerMaps::layer).toList());
        for (int i = 0; i < got.size(); i++) {
            assertThat(got.get(i).maps()).hasSameSizeAs(expected.get(i).maps());
            for (int image = 0; image < got.get(i).maps().size(); image++) {
                assertClose(got.get(i).maps().get(image), expected.get(i).maps().get(image), "image " + image);
            }
        }
    }

    static void assertClose(LayerMap got, LayerMap expected, String which) {
        String what = "the map of " + which + " at '" + got.layer() + "'";
        assertThat(got.height()).as("rows of %s", what).isEqualTo(expected.height());
        assertThat(got.width()).as("columns of %s", what).isEqualTo(expected.width());
        assertClose(got.values(), expected.values(), what);
    }

    static void assertClose(float[] got, float[] expected, String what) {
        assertThat(got).as(what).hasSameSizeAs(expected);
        double peak = NOTHING;
        double worst = 0;
        for (int i = 0; i < expected.length; i++) {
            peak = Math.max(peak, Math.abs(expected[i]));
            double difference = Math.abs((double) got[i] - expected[i]);
            worst = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(worst, difference);
        }
        assertThat(worst)
                .as("the largest difference in %s, whose peak is %s", what, peak)
                .isLessThanOrEqualTo(ROUNDING * peak);
    }

    /** Equal to the last bit. */
    static void assertSame(List<LayerMaps> got, List<LayerMaps> expected, String what) {
        assertThat(got).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < got.size(); i++) {
            assertThat(got.get(i).layer()).isEqualTo(expected.get(i).layer());
            assertThat(got.get(i).stacked().toArray())
                    .as("%s: maps of '%s'", what, got.get(i).layer())
                    .isEqualTo(expected.get(i).stacked().toArray());
        }
    }
}
