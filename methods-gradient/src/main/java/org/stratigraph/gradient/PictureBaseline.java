package org.stratigraph.gradient;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.files.ImageFile;
import org.stratigraph.core.image.Preprocessing;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.spi.Request;

/** Another picture, prepared as the images are. Makes sense at the network's input alone. */
record PictureBaseline(Path file) implements Baseline {
    PictureBaseline {
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("no picture can be read at '" + file + "' for the baseline");
        }
    }

    @Override
    public NDArray of(NDArray activation, Request request) {
        Tensor picture = prepared(request);
        int[] one = {1, picture.dimension(0), picture.dimension(1), picture.dimension(2)};
        long[] expected = activation.getShape().getShape().clone();
        expected[0] = 1;
        if (!Arrays.equals(Arrays.stream(one).asLongStream().toArray(), expected)) {
            throw new IllegalArgumentException("a picture is no baseline for activations of " + activation.getShape()
                    + "; use it at the input, or with semantics=propagated");
        }
        return Torch.like(activation, picture.reshape(one));
    }

    private Tensor prepared(Request request) {
        Preprocessing preprocessing = request.preprocessing()
                .orElseThrow(() -> new IllegalArgumentException(
                        "a picture as baseline has to be prepared as the images were: say so in the request"));
        try {
            return preprocessing.apply(ImageFile.read(file));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "the baseline's picture cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
