package org.stratigraph.zoo.scenes;

import org.stratigraph.core.image.Box;
import org.stratigraph.core.image.Mask;

/**
 * The truth about one object of a scene. Immutable.
 *
 * @param label index of its class in {@link Scenes#classNames}
 * @param mask its visible pixels
 * @param wholeArea number of pixels it would have if nothing hid it and the picture did not end
 */
public record SceneObject(int label, Mask mask, int wholeArea) {
    public SceneObject {
        if (label < 0 || label >= SceneClass.values().length) {
            throw new IllegalArgumentException("label " + label + " is none of " + Scenes.classNames());
        }
        if (mask.area() > wholeArea) {
            throw new IllegalArgumentException(mask.area() + " pixels are visible of only " + wholeArea);
        }
    }

    /** The smallest box that holds all visible pixels. */
    public Box box() {
        return mask.box();
    }

    /** Number of visible pixels. */
    public int visibleArea() {
        return mask.area();
    }

    /** Share of the object that is visible, above 0 up to 1. */
    public double visibleShare() {
        return (double) visibleArea() / wholeArea;
    }
}
