package org.stratigraph.core.spi;

import java.util.List;
import org.stratigraph.core.image.RgbImage;

/**
 * A picture with what is known about it. Immutable.
 *
 * @param name tells it apart from the others of its source: a file's path, say
 * @param label the class of the picture as a whole
 * @param objects the objects in it, where they are known; else empty
 */
public record Sample(String name, RgbImage image, int label, List<SampleObject> objects) {
    public Sample {
        objects = List.copyOf(objects);
    }
}
