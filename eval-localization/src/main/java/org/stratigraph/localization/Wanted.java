package org.stratigraph.localization;

import java.util.List;
import org.stratigraph.core.spi.Case;
import org.stratigraph.core.spi.SampleObject;

/** Which of a sample's objects the evidence should lie on. */
enum Wanted {
    /** Those of the class that is asked about. */
    TARGET,
    /** Those of every class. */
    ALL;

    List<SampleObject> of(Case sample) {
        return sample.sample().objects().stream()
                .filter(object ->
                        this == ALL || object.label() == sample.target().index())
                .toList();
    }
}
