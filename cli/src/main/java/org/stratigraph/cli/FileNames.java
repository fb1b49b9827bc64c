package org.stratigraph.cli;

/** Names for files, made from names that may hold anything. */
final class FileNames {
    private FileNames() {}

    /** Letters, digits, dots, hyphens and {@code +=,_} stay; everything else becomes an underscore. */
    static String safe(String name) {
        String safe = name.replaceAll("[^\\p{L}\\p{N}.+=,_-]", "_").replaceFirst("^\\.+", "_");
        return safe.isEmpty() ? "_" : safe;
    }
}
