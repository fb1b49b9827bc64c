package org.stratigraph.core.network;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The names that a mistyped one may have meant. */
public final class Names {
    private Names() {}

    /** The candidates with the smallest edit distance, nearest first. */
    public static List<String> nearest(String typed, List<String> candidates, int count) {
        return candidates.stream()
                .sorted(Comparator.comparingInt(candidate -> distance(typed, candidate)))
                .limit(count)
                .toList();
    }

    /** The nearest candidate, if it is near enough to be a slip of the finger: at most half the letters differ. */
    public static Optional<String> meant(String typed, List<String> candidates) {
        return nearest(typed, candidates, 1).stream()
                .filter(candidate -> 2 * distance(typed, candidate) <= Math.max(typed.length(), 2))
                .findFirst();
    }

    /** Levenshtein's edit distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitute = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitute, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
