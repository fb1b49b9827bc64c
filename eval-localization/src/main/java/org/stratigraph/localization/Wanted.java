package org.stratigraph.localization;

import java.util.List;
import org.stratigraph.core.spi.Case;
import org.stratigraph.core.spi.SampleObject;

/** Which of a sample's objects the evidence should lie on. */
enum Wanted {
    /** Those of the class that is asked about. */
    TARGET,
    /** Those of the class of the picture as a whole, whatever is asked about. */
    LABEL,
    /** Those of every class. */
    ALL;

    List<SampleObject> of(Case sample) {
        return sample.sample().objects().stream()
                .filter(object -> isWanted(object.label(), sample))
                .toList();
    }

    private boolean isWanted(int label, Case sample) {
        return switch (this) {
            case TARGET -> label == sample.target().index();
            case LABEL -> label == sample.sample().label();
            case ALL -> true;
        };
    }
}
