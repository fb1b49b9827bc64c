package org.stratigraph.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (Path file : files) {
            String stem = FileNames.safe(file.getFileName().toString().replaceFirst("\\.[^.]*$", ""));
            String name = stem;
            for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
                name = stem + "-" + number;
            }
            names.add(name);
        }
        return names;
    }
}
