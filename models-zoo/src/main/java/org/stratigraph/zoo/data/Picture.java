package org.stratigraph.zoo.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.stratigraph.core.files.ImageFile;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.core.spi.SampleObject;

/**
 * A file with a class, not decoded yet. Immutable.
 *
 * @param name the file's path from the folder on, with {@code /} on every system
 * @param boxes in pixels of the picture as it is read, turned as its EXIF block says
 */
record Picture(String name, Path file, int label, List<ObjectBox> boxes) {
    Picture {
        boxes = List.copyOf(boxes);
    }

    /**
     * Decodes it.
     *
     * @throws IOException naming the file, if it cannot be read as a picture, or a box of it sticks out
     */
    Sample read() throws IOException {
        RgbImage image = ImageFile.read(file);
        for (ObjectBox box : boxes) {
            box.checkInside(image, name);
        }
        List<SampleObject> objects = boxes.stream().map(ObjectBox::object).toList();
        return new Sample(name, image, label, objects);
    }
}
