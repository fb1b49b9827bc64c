package org.stratigraph.core.spi;

import java.util.List;

/**
 * Numbers at places. Immutable.
 *
 * @param name kebab-case, for tables and files
 * @param places rising: shares of pixels removed, say
 * @param values one per place, finite
 */
public record Curve(String name, List<Double> places, List<Double> values) {
    public Curve {
        places = List.copyOf(places);
        values = List.copyOf(values);
        if (places.size() != values.size()) {
            throw new IllegalArgumentException(
                    "curve '" + name + "' has " + places.size() + " places and " + values.size() + " values");
        }
    }

    /** The area under the straight lines between the points (the trapezoid rule). */
    public double area() {
        double area = 0;
        for (int i = 1; i < places.size(); i++) {
            area += (places.get(i) - places.get(i - 1)) * (values.get(i) + values.get(i - 1)) / 2;
        }
        return area;
    }
}
