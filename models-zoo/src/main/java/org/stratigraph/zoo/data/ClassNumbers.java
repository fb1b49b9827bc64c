package org.stratigraph.zoo.data;

import java.util.Collections;
import java.util.List;
import org.stratigraph.core.spi.Labels;

/**
 * The classes of a table of labels: the numbers it gives, or else its names in sorted order. Immutable.
 *
 * @param given whether labels are the numbers themselves, which all of them must be
 */
record ClassNumbers(Labels labels, boolean given) {
    static ClassNumbers of(List<LabelRow> rows) {
        boolean given = !rows.isEmpty() && rows.stream().allMatch(LabelRow::isNumbered);
        return new ClassNumbers(given ? numbers(rows) : names(rows), given);
    }

    int number(LabelRow row) {
        return given ? Integer.parseInt(row.label()) : Collections.binarySearch(labels.names(), row.label());
    }

    private static Labels numbers(List<LabelRow> rows) {
        return Labels.numbered(rows.stream()
                        .mapToInt(row -> Integer.parseInt(row.label()))
                        .max()
                        .orElseThrow()
                + 1);
    }

    private static Labels names(List<LabelRow> rows) {
        return new Labels(rows.stream().map(LabelRow::label).distinct().sorted().toList());
    }
}
