package org.stratigraph.report.page;

import java.util.List;

/**
 * A metric's mean over the images, for one subject. Immutable.
 *
 * @param subject what is measured, such as "deeplift @ layer3.5" or "deeplift | tif:alpha=0.7"
 * @param better "higher" or "lower"
 * @param low the 95 % interval's lower end
 * @param high the 95 % interval's upper end
 * @param images that gave a score
 */
public record PageScore(
        String subject, String metric, String better, double mean, double low, double high, int images) {
    private static final List<String> DIRECTIONS = List.of("higher", "lower");

    public PageScore {
        if (!DIRECTIONS.contains(better)) {
            throw new IllegalArgumentException(
                    "metric '" + metric + "' is better when " + DIRECTIONS + ", not '" + better + "'");
        }
    }
}
