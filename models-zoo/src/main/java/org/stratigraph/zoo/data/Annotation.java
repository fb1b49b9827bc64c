package org.stratigraph.zoo.data;

import java.util.Comparator;
import java.util.List;

/**
 * What somebody noted about a picture. Immutable.
 *
 * @param label the class of the picture as a whole
 * @param boxes of the objects in it
 */
record Annotation(int label, List<DrawnBox> boxes) {
    Annotation {
        boxes = List.copyOf(boxes);
    }

    /**
     * A picture with a name for each object and none for the whole: it is of the class of its largest box, of equally large
     * ones the first.
     *
     * @param boxes at least one
     */
    static Annotation ofLargest(List<DrawnBox> boxes) {
        DrawnBox largest = boxes.stream()
                .sorted(Comparator.comparingLong(DrawnBox::area).reversed()) // stable
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no box, so no class"));
        return new Annotation(largest.label(), boxes);
    }
}
