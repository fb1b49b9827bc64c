package org.stratigraph.zoo.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.core.spi.Labels;
import org.stratigraph.zoo.data.AnnotatedFile.Truth;

/**
 * The pictures of a COCO instances file, {@code coco:FILE}, such as {@code annotations/instances_val2017.json}. The pictures lie
 * where the download puts them, in {@code val2017} beside the file's folder, or in {@code images} beside the file or its
 * folder, or else beside the file itself.
 *
 * <p>The classes are numbered by the order of their ids, without gaps: 0 to 79. Pictures come in the order of their ids; one
 * without any object has no class, and is left out. A picture is of the class of its largest box. A crowd
 * ({@code iscrowd}) counts as one object, which is where any of the crowd is.
 *
 * <p>An object has a mask if it has a {@code segmentation}, polygons or runs (RLE, packed or not), that shows a pixel within its
 * box. A pixel is shown by a polygon that holds its centre; COCO's own program differs from that at some edges. Outlines are
 * checked at once, and become masks when a picture is asked for.
 */
public final class CocoData {
    private CocoData() {}

    /**
     * Reads the file, and no picture.
     *
     * @throws IllegalArgumentException if there is no such file
     * @throws IOException naming the file, if it or a picture that it names is not as it should be
     */
    public static DataSource open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("no file at " + file.toAbsolutePath());
        }
        CocoFile coco = CocoFile.read(file);
        Path folder = pictures(file.toAbsolutePath());
        List<AnnotatedFile> pictures = new ArrayList<>();
        coco.files().forEach((id, name) -> {
            List<DrawnObject> objects = coco.drawn(id);
            if (!objects.isEmpty()) {
                pictures.add(new AnnotatedFile(name, folder.resolve(name), Truth.of(Annotation.ofLargest(objects))));
            }
        });
        return new FileData(folder, new Labels(coco.classes()), pictures);
    }

    private static Path pictures(Path file) {
        Path beside = file.getParent();
        String part = PictureFiles.stem(file).replaceFirst("^instances_", "");
        return Stream.of("../" + part, "../images/" + part, "../images", part, "images")
                .map(place -> beside.resolve(place).normalize())
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(beside);
    }
}
