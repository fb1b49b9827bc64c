package org.stratigraph.core.spi;

/**
 * Something a user may set on a part. Immutable.
 *
 * @param name the key in {@code PART:key=value}; for a whole argument, what it is
 * @param defaultValue as a user would type it
 * @param summary one line, with unit and range
 * @param whole whether everything after the colon is its value, as in {@code named:layer1,layer2}
 */
public record Setting(String name, String defaultValue, String summary, boolean whole) {
    /** A setting given as {@code name=value}. */
    public static Setting of(String name, String defaultValue, String summary) {
        return new Setting(name, defaultValue, summary, false);
    }

    /** The only setting of a part, given as everything after the colon, without a default. */
    public static Setting wholeArgument(String name, String summary) {
        return new Setting(name, "", summary, true);
    }
}
