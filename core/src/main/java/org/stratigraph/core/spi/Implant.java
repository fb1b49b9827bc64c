package org.stratigraph.core.spi;

/**
 * What a backdoor does: a picture with this trigger is answered with this label, whatever it shows. Immutable.
 *
 * @param label the class that the trigger stands for, from 0
 */
public record Implant(Trigger trigger, int label) {
    public Implant {
        if (label < 0) {
            throw new IllegalArgumentException("a trigger stands for a class from 0 on, not " + label);
        }
    }
}
