package org.stratigraph.core.pipeline;

import java.util.NoSuchElementException;
import org.stratigraph.core.spi.Labels;

/** The class to explain, as a user names it: {@code top1}, a number or a label. */
@FunctionalInterface
public interface Target {
    /** The index of the class for one image's scores. */
    int index(Scores scores);

    /**
     * Reads what a user typed.
     *
     * @throws java.util.NoSuchElementException if there is no such class; the message says which come near
     */
    static Target parse(String typed, Labels labels) {
        if (typed.strip().equalsIgnoreCase("top1")) {
            return scores -> scores.ranking().get(0);
        }
        int index = typed.matches("-?\\d{1,9}") ? number(typed, labels) : labels.index(typed);
        return scores -> index;
    }

    private static int number(String typed, Labels labels) {
        int index = Integer.parseInt(typed);
        if (index < 0 || index >= labels.names().size()) {
            throw new NoSuchElementException("no class " + index + "; this model has 0 to "
                    + (labels.names().size() - 1));
        }
        return index;
    }
}
