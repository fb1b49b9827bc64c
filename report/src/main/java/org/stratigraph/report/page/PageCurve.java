package org.stratigraph.report.page;

import java.util.List;

/**
 * One subject's mean curve. Immutable.
 *
 * @param name of the curve within its metric, such as "MoRF"
 * @param places along the axis below
 * @param values one per place
 */
public record PageCurve(String subject, String metric, String name, List<Double> places, List<Double> values) {
    public PageCurve {
        places = List.copyOf(places);
        values = List.copyOf(values);
        if (places.isEmpty() || places.size() != values.size()) {
            throw new IllegalArgumentException("curve '" + name + "' of '" + subject + "' has " + places.size()
                    + " places and " + values.size() + " values; it needs as many of both, and one at least");
        }
    }
}
