package org.stratigraph.zoo.scenes;

import java.util.List;
import org.stratigraph.core.image.RgbImage;

/**
 * A picture and the truth about it. Immutable.
 *
 * @param image the picture
 * @param label class of the object with the largest visible area, an index into {@link Scenes#classNames}
 * @param objects everything in the picture that belongs to a class, largest visible area first, at least one
 */
public record Scene(RgbImage image, int label, List<SceneObject> objects) {
    public Scene {
        objects = List.copyOf(objects);
        if (objects.isEmpty() || objects.get(0).label() != label) {
            throw new IllegalArgumentException("label " + label + " is not the class of the first of " + objects.size()
                    + " objects; give them largest first");
        }
    }
}
