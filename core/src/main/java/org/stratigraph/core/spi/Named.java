package org.stratigraph.core.spi;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A part under the name that a user types. Immutable.
 *
 * @param name kebab-case, also with {@code +} (as in {@code grad-cam++}) or {@code _} (torchvision's model names)
 * @param summary one line, for listings
 * @param settings what a user may set, in the order to be listed
 * @param factory makes the part from settings already checked
 */
public record Named<T>(String name, String summary, List<Setting> settings, Function<Settings, T> factory) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*([-+][a-z0-9_+]*)*");

    public Named {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is no name for a part: use lower case and hyphens");
        }
        settings = List.copyOf(settings);
    }

    /** A part without settings, one instance for all. */
    public static <T> Named<T> of(String name, String summary, T part) {
        return new Named<>(name, summary, List.of(), settings -> part);
    }

    /** A part with settings. */
    public static <T> Named<T> of(String name, String summary, List<Setting> settings, Function<Settings, T> factory) {
        return new Named<>(name, summary, settings, factory);
    }
}
