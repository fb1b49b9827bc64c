package org.stratigraph.cli;

import java.util.List;
import java.util.NavigableMap;

/**
 * What a study found. Immutable.
 *
 * @param cells of every model and subject, in their order
 * @param unreadable why pictures could not be read, by their numbers
 */
record StudyOutcome(List<StudyCell> cells, NavigableMap<Integer, String> unreadable) {
    StudyOutcome {
        cells = List.copyOf(cells);
    }
}
