package org.stratigraph.core.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.stratigraph.core.network.Names;
import org.stratigraph.core.spi.Named;
import org.stratigraph.core.spi.Setting;
import org.stratigraph.core.spi.Settings;

/** All parts of one kind, made by what a user types: {@code NAME} or {@code NAME:key=value,key=value}. Immutable. */
public final class Shelf<T> {
    private final String kind;
    private final Map<String, Entry<T>> entries;

    private Shelf(String kind, Map<String, Entry<T>> entries) {
        this.kind = kind;
        this.entries = entries;
    }

    /**
     * Puts parts on a shelf.
     *
     * @param kind what they are, in the singular, for messages
     * @throws IllegalArgumentException if two parts have one name; the message says which jars they came from
     */
    static <T> Shelf<T> of(String kind, List<Entry<T>> entries) {
        Map<String, Entry<T>> byName = new LinkedHashMap<>();
        for (Entry<T> entry : entries) {
            Entry<T> earlier = byName.putIfAbsent(entry.part().name(), entry);
            if (earlier != null) {
                throw new IllegalArgumentException(
                        "two parts are called '" + entry.part().name() + "' as a " + kind + ", one from "
                                + earlier.origin() + ", one from " + entry.origin() + "; remove one of the jars");
            }
        }
        return new Shelf<>(kind, byName);
    }

    public List<Entry<T>> entries() {
        return new ArrayList<>(entries.values());
    }

    /**
     * Makes the part that a user asks for.
     *
     * @throws NoSuchElementException if there is none of that name; the message lists what there is
     * @throws IllegalArgumentException if a setting is unknown or has no meaning; the message lists those there are
     */
    public T make(String typed) {
        return named(typed).factory().apply(settings(typed));
    }

    /** All settings of the part asked for, defaults included; throws what {@link #make} throws. */
    public Settings settings(String typed) {
        Named<T> part = named(typed);
        String argument = Spec.parse(typed).argument();
        Map<String, String> values = new LinkedHashMap<>();
        part.settings().forEach(setting -> values.put(setting.name(), setting.defaultValue()));
        if (part.settings().stream().anyMatch(Setting::whole)) {
            if (argument.isEmpty()) {
                throw new IllegalArgumentException("'" + part.name() + "' needs an argument: " + usage(part));
            }
            values.put(part.settings().get(0).name(), argument);
        } else if (!argument.isEmpty()) {
            Set<String> given = new HashSet<>();
            for (String pair : argument.split(",")) {
                String key = set(part, values, pair);
                if (!given.add(key)) {
                    throw new IllegalArgumentException("setting '" + key + "' is given twice in '" + typed + "'");
                }
            }
        }
        return new Settings(values);
    }

    private String set(Named<T> part, Map<String, String> values, String pair) {
        int equals = pair.indexOf('=');
        String key = equals < 0 ? pair.strip() : pair.substring(0, equals).strip();
        if (!values.containsKey(key)) {
            throw new IllegalArgumentException(
                    kind + " '" + part.name() + "' has no setting '" + key + "'; " + usage(part));
        }
        if (equals < 0) {
            throw new IllegalArgumentException("setting '" + key + "' of " + kind + " '" + part.name()
                    + "' has no value: say " + key + "=" + values.get(key) + ", or another");
        }
        values.put(key, pair.substring(equals + 1).strip());
        return key;
    }

    private static <T> String usage(Named<T> part) {
        if (part.settings().isEmpty()) {
            return "it has none";
        }
        return part.settings().stream()
                .map(setting -> setting.whole()
                        ? part.name() + ":" + setting.name().toUpperCase(Locale.ROOT) + " (" + setting.summary() + ")"
                        : setting.name() + "=" + setting.defaultValue() + " (" + setting.summary() + ")")
                .collect(Collectors.joining(", ", part.settings().get(0).whole() ? "" : "settings and defaults: ", ""));
    }

    private Named<T> named(String typed) {
        String name = Spec.parse(typed).name();
        Entry<T> entry = entries.get(name);
        if (entry == null) {
            List<String> names = List.copyOf(entries.keySet());
            throw new NoSuchElementException("no " + kind + " '" + name + "'; "
                    + (names.isEmpty()
                            ? "there is none"
                            : Names.meant(name, names)
                                            .map(meant -> "did you mean " + meant + "? There are: ")
                                            .orElse("there are: ")
                                    + String.join(", ", names))
                    + ". More come with plugin jars on the class path or in --plugins DIR");
        }
        return entry.part();
    }
}
