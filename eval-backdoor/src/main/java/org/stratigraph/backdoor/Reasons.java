package org.stratigraph.backdoor;

import java.util.List;
import org.stratigraph.core.spi.Case;
import org.stratigraph.core.spi.Implant;

/** Whether the trigger is the only reason that a model can have. */
final class Reasons {
    private Reasons() {}

    /**
     * Whether the picture itself is of a class that a trigger stands for: then the object speaks for the label too, and
     * evidence on it is not wrong.
     *
     * @throws IllegalArgumentException if the model has no such class
     */
    static boolean ownClass(Case sample, List<Implant> implants) {
        int classes = sample.model().labels().names().size();
        for (Implant implant : implants) {
            if (implant.label() >= classes) {
                throw new IllegalArgumentException("this metric asks about class " + implant.label()
                        + ", and the model has " + classes + " classes");
            }
        }
        return implants.stream()
                .anyMatch(implant -> implant.label() == sample.sample().label());
    }
}
