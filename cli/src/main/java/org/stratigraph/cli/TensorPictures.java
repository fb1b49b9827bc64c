package org.stratigraph.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.stratigraph.core.files.SafeTensors;
import org.stratigraph.core.image.Preprocessing;
import org.stratigraph.core.image.Tensor;

/**
 * A tensor file with a batch that is already preprocessed.
 *
 * @param images (N, 3, H, W)
 * @param targets the class for each image; empty if the file has none
 */
record TensorPictures(Path file, Tensor images, List<Integer> targets) implements Pictures {
    private static final String INPUT = "input";
    private static final String TARGET = "target";

    static TensorPictures read(Path file) throws IOException {
        SafeTensors tensors = SafeTensors.open(file);
        require(tensors.names().contains(INPUT), file, "has no tensor 'input'; it has " + tensors.names());
        Tensor images = tensors.floats(INPUT);
        require(
                images.rank() == 4 && images.dimension(1) == 3 && images.size() > 0,
                file,
                "needs 'input' as (N, 3, H, W) with at least one image, not " + images);
        List<Integer> targets = new ArrayList<>();
        if (tensors.names().contains(TARGET)) {
            for (long target : tensors.integers(TARGET)) {
                require(
                        target >= 0 && target <= Integer.MAX_VALUE,
                        file,
                        "has the target " + target + ", which is no class");
                targets.add((int) target);
            }
            require(
                    targets.size() == images.dimension(0),
                    file,
                    "has " + targets.size() + " targets for " + images.dimension(0) + " images");
        }
        return new TensorPictures(file, images, targets);
    }

    private static void require(boolean holds, Path file, String complaint) throws IOException {
        if (!holds) {
            throw new IOException(file + " " + complaint);
        }
    }

    @Override
    public Batch prepare(Preprocessing preprocessing) {
        List<Integer> all = IntStream.range(0, images.dimension(0)).boxed().toList();
        return new Batch(
                all.stream().map(index -> "image-" + index).toList(),
                List.of(file),
                all.stream()
                        .map(index -> preprocessing.restore(images.slice(index)))
                        .toList(),
                images,
                targets);
    }
}
