package org.stratigraph.zoo.data;

import java.io.IOException;
import java.util.Optional;
import org.stratigraph.core.image.Box;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.spi.SampleObject;

/**
 * A box with the class of what is in it. Immutable.
 *
 * @param source the file and line that it is from, for messages
 */
record ObjectBox(int label, Box box, String source) {
    SampleObject object() {
        return new SampleObject(label, box, Optional.empty());
    }

    void checkInside(RgbImage image, String name) throws IOException {
        if (box.x1() > image.width() || box.y1() > image.height()) {
            throw new IOException(source + ": the box from (" + box.x0() + ", " + box.y0() + ") to (" + box.x1() + ", "
                    + box.y1() + ") sticks out of " + name + ", which is " + image.width() + " x " + image.height()
                    + " pixels");
        }
    }
}
