package org.stratigraph.core.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Several specs written as one: {@code tif:alpha=0.5/0.7} is {@code tif:alpha=0.5} and {@code tif:alpha=0.7}; where several
 * settings have alternatives, every combination.
 */
public final class Alternatives {
    private Alternatives() {}

    /** The specs meant, in the order written; the spec itself where it names no alternatives. */
    public static List<String> of(String typed) {
        int colon = typed.indexOf(':');
        if (colon < 0) {
            return List.of(typed.strip());
        }
        String name = typed.substring(0, colon).strip();
        Stream<String> specs = Stream.of("");
        for (String pair : typed.substring(colon + 1).split(",", -1)) {
            List<String> choices = choices(pair.strip());
            specs = specs.flatMap(
                    start -> choices.stream().map(choice -> start.isEmpty() ? choice : start + "," + choice));
        }
        return specs.map(settings -> name + ":" + settings).toList();
    }

    /** {@code alpha=0.5/0.7} -> {@code alpha=0.5}, {@code alpha=0.7}. */
    private static List<String> choices(String pair) {
        String key = pair.substring(0, pair.indexOf('=') + 1);
        return Arrays.stream(pair.substring(key.length()).split("/", -1))
                .map(value -> key + value.strip())
                .toList();
    }
}
