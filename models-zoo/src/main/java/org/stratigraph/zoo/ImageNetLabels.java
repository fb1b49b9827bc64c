package org.stratigraph.zoo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.stratigraph.core.spi.Labels;

/** The 1000 classes of ImageNet (ILSVRC2012) by index, under the short names that torchvision gives them. */
final class ImageNetLabels {
    private static final int CLASSES = 1000;
    private static final String RESOURCE = "imagenet-labels.txt";

    private ImageNetLabels() {}

    /** ImageNet's names if there are as many classes, else numbers: torchvision's weights say no names themselves. */
    static Labels orNumbered(int classes) {
        return classes == CLASSES ? new Labels(read()) : Labels.numbered(classes);
    }

    private static List<String> read() {
        try (InputStream stream = ImageNetLabels.class.getResourceAsStream(RESOURCE)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + RESOURCE + " of models-zoo", unreadable);
        }
    }
}
