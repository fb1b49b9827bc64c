package org.stratigraph.core.files;

import java.util.Collection;
import java.util.stream.Collectors;

/** How names that come from a file appear in messages: quoted, shortened and without invisible characters. */
public final class Quote {
    private static final int LONGEST = 80;
    private static final int MOST = 8;

    private Quote() {}

    /** One name: {@code 'features.0.weight'}. */
    public static String of(String name) {
        String start = name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "...";
        return "'" + start.replaceAll("\\p{C}", "?") + "'";
    }

    /** The first few of many names and how many there are, or {@code nothing}. */
    public static String some(Collection<String> names) {
        if (names.isEmpty()) {
            return "nothing";
        }
        String first = names.stream().limit(MOST).map(Quote::of).collect(Collectors.joining(", "));
        return names.size() <= MOST ? first : first + ", ... (" + names.size() + " in all)";
    }
}
