package org.stratigraph.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Pictures that could not be read, for people. */
final class Unreadable {
    private static final int SHOWN = 5;

    private Unreadable() {}

    /**
     * How many, and why the first of them; nothing if there is none.
     *
     * @param file where all of them are
     */
    static List<String> lines(Collection<String> reasons, String file) {
        List<String> lines = new ArrayList<>();
        if (!reasons.isEmpty()) {
            lines.add(reasons.size() + (reasons.size() == 1 ? " picture" : " pictures") + " could not be read:");
            reasons.stream().limit(SHOWN).forEach(reason -> lines.add("  " + reason));
            if (reasons.size() > SHOWN) {
                lines.add("  and " + (reasons.size() - SHOWN) + " more, in " + file);
            }
        }
        return lines;
    }
}
