package org.stratigraph.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stratigraph.core.files.ImageFile;
import org.stratigraph.core.image.Preprocessing;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.image.Tensor;

/** Image files, decoded. */
record PhotoPictures(List<Path> files, List<RgbImage> images) implements Pictures {
    static PhotoPictures read(List<Path> files) throws IOException {
        List<RgbImage> images = new ArrayList<>();
        for (Path file : files) {
            images.add(ImageFile.read(file));
        }
        return new PhotoPictures(List.copyOf(files), images);
    }

    @Override
    public Batch prepare(Preprocessing preprocessing) {
        return new Batch(
                names(),
                files,
                images.stream().map(preprocessing::view).toList(),
                Tensor.stack(images.stream().map(preprocessing::apply).toList()),
                List.of());
    }

    /** File names without their endings, numbered where two are alike. */
    private List<String> names() {
        Map<String, Integer> seen = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (Path file : files) {
            String stem = FileNames.safe(file.getFileName().toString().replaceFirst("\\.[^.]*$", ""));
            int count = seen.merge(stem, 1, Integer::sum);
            names.add(count == 1 ? stem : stem + "-" + count);
        }
        return names;
    }
}
