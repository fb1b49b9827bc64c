package org.stratigraph.zoo.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stratigraph.core.files.ImageFile;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.core.spi.SampleObject;

/**
 * A picture of which only the place is known yet. Immutable.
 *
 * @param name tells it apart from the others of its source
 * @param truth where to find what is known about it
 */
record AnnotatedFile(String name, Path file, Truth truth) {
    /** Where to find what is known about a picture; asked anew every time. */
    @FunctionalInterface
    interface Truth {
        /** What is always known. */
        static Truth of(Annotation annotation) {
            return image -> annotation;
        }

        /**
         * Finds it.
         *
         * @param image the picture, turned upright where its EXIF data says so, as boxes and outlines are
         * @throws IOException naming the file that says it, if that cannot be understood or cannot be true of the picture
         */
        Annotation about(RgbImage image) throws IOException;
    }

    /** @throws IOException naming the file, if it or what is said about it is broken */
    Sample read() throws IOException {
        RgbImage image = ImageFile.read(file);
        Annotation annotation = truth.about(image);
        List<SampleObject> objects = new ArrayList<>();
        for (DrawnObject object : annotation.objects()) {
            objects.add(inside(image, object));
        }
        return new Sample(name, image, annotation.label(), objects);
    }

    private SampleObject inside(RgbImage image, DrawnObject object) throws IOException {
        try {
            return object.in(image)
                    .orElseThrow(() -> new IllegalArgumentException(object + " holds no pixel of its " + image.width()
                            + " x " + image.height() + "; correct or remove the box"));
        } catch (IllegalArgumentException wrong) {
            throw new IOException("cannot use " + file + ": " + wrong.getMessage(), wrong);
        }
    }
}
