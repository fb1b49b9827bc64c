package org.stratigraph.zoo.data;

import java.util.Comparator;
import java.util.List;

/**
 * What somebody noted about a picture. Immutable.
 *
 * @param label the class of the picture as a whole
 * @param objects in it
 */
record Annotation(int label, List<DrawnObject> objects) {
    Annotation {
        objects = List.copyOf(objects);
    }

    /**
     * A picture with a name for each object and none for the whole: it is of the class of its largest box, of equally large
     * ones the first.
     *
     * @param objects at least one
     */
    static Annotation ofLargest(List<DrawnObject> objects) {
        DrawnObject largest = objects.stream()
                .sorted(Comparator.comparingLong(DrawnObject::area).reversed()) // stable
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no object, so no class"));
        return new Annotation(largest.label(), objects);
    }
}
