package org.stratigraph.core.spi;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The values of a part's settings, defaults filled in, as typed. Immutable. */
public final class Settings {
    private final Map<String, String> values;

    /** Takes values that have been checked against the declared settings. */
    public Settings(Map<String, String> values) {
        this.values = new TreeMap<>(values);
    }

    /**
     * A setting as typed.
     *
     * @throws IllegalStateException if the part never declared it
     */
    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("setting '" + name + "' is read but was not declared");
        }
        return value;
    }

    /** A whole number. */
    public int integer(String name) {
        try {
            return Integer.parseInt(text(name));
        } catch (NumberFormatException notOne) {
            throw wrong(name, "a whole number");
        }
    }

    /** A finite number. */
    public double decimal(String name) {
        try {
            double value = Double.parseDouble(text(name));
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException notOne) {
            // said below
        }
        throw wrong(name, "a number");
    }

    /** {@code true} or {@code false}. */
    public boolean flag(String name) {
        return switch (text(name)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(name, "true or false");
        };
    }

    /** One of an enum's constants, typed in lower case with hyphens. */
    public <E extends Enum<E>> E choice(String name, Class<E> kind) {
        List<String> choices = Arrays.stream(kind.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        int chosen = choices.indexOf(text(name));
        if (chosen < 0) {
            throw wrong(name, "one of " + String.join(", ", choices));
        }
        return kind.getEnumConstants()[chosen];
    }

    /** A whole number of at least a size. */
    public int integer(String name, int least) {
        int value = integer(name);
        if (value < least) {
            throw wrong(name, "a whole number of at least " + least);
        }
        return value;
    }

    /** Finite numbers between separators. */
    public List<Double> decimals(String name, String separator) {
        try {
            List<Double> numbers = Arrays.stream(text(name).split(Pattern.quote(separator)))
                    .map(word -> Double.valueOf(word.strip()))
                    .toList();
            if (numbers.stream().allMatch(Double::isFinite)) {
                return numbers;
            }
        } catch (NumberFormatException notOne) {
            // said below
        }
        throw wrong(name, "numbers with '" + separator + "' between them");
    }

    /** Names between commas. */
    public List<String> list(String name) {
        return Arrays.stream(text(name).split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** All values by name, sorted, for the record of a run. */
    public Map<String, String> asMap() {
        return Collections.unmodifiableMap(new TreeMap<>(values));
    }

    private IllegalArgumentException wrong(String name, String expected) {
        return new IllegalArgumentException(
                "setting '" + name + "' needs " + expected + ", not '" + values.get(name) + "'");
    }
}
