package org.stratigraph.cli;

import java.util.List;
import org.stratigraph.core.evaluation.ClassMatch;
import org.stratigraph.core.spi.Labels;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Samples;

/**
 * What a study scores on. Immutable.
 *
 * @param labels the samples' classes
 * @param drawn the numbers of those that take part
 */
record StudyPictures(Samples samples, Labels labels, List<Integer> drawn) {
    StudyPictures {
        drawn = List.copyOf(drawn);
    }

    /** Their classes as a model's. */
    ClassMatch match(Model model) {
        return ClassMatch.of(labels, model.labels());
    }
}
