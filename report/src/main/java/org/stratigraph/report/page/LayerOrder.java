package org.stratigraph.report.page;

import java.util.ArrayList;
import java.util.List;

/** One order for the layers of all methods, which need not know the same ones. */
final class LayerOrder {
    private LayerOrder() {}

    /**
     * All names, once each. The longest list stands; a name that it lacks goes behind the one before it in its own list, or, where
     * nothing is before it, in front of the one after it, or to the end: a layer known to one method alone is a top layer as a rule.
     */
    static List<String> merged(List<List<String>> fromInputToTop) {
        List<List<String>> fromLongest = fromInputToTop.stream()
                .sorted((one, other) -> Integer.compare(other.size(), one.size()))
                .toList();
        List<String> order = new ArrayList<>();
        for (List<String> layers : fromLongest) {
            for (int i = 0; i < layers.size(); i++) {
                if (!order.contains(layers.get(i))) {
                    order.add(place(order, layers, i), layers.get(i));
                }
            }
        }
        return List.copyOf(order);
    }

    private static int place(List<String> order, List<String> layers, int unknown) {
        if (unknown > 0) {
            return order.indexOf(layers.get(unknown - 1)) + 1;
        }
        return layers.stream()
                .filter(order::contains)
                .findFirst()
                .map(order::indexOf)
                .orElse(order.size());
    }
}
