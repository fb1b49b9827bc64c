package org.stratigraph.zoo.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.stratigraph.core.files.ImageFile;
import org.stratigraph.core.files.Quote;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.core.spi.Labels;

/**
 * The validation pictures of a Pascal VOC devkit, {@code voc:PATH}, with PATH the folder of one year: it holds
 * {@code JPEGImages}, {@code Annotations} and {@code ImageSets/Main/val.txt}. The twenty classes are numbered by the order of
 * their names. A picture is of the class of its largest object; objects marked as difficult count like others. Where
 * {@code SegmentationObject} holds a picture's objects in colours, they have masks.
 */
public final class VocData {
    private static final List<String> CLASSES = List.of(
            "aeroplane",
            "bicycle",
            "bird",
            "boat",
            "bottle",
            "bus",
            "car",
            "cat",
            "chair",
            "cow",
            "diningtable",
            "dog",
            "horse",
            "motorbike",
            "person",
            "pottedplant",
            "sheep",
            "sofa",
            "train",
            "tvmonitor");
    private static final Path LIST = Path.of("ImageSets", "Main", "val.txt");
    private static final Pattern ID = Pattern.compile("\\w[\\w-]*"); // no dots or slashes: a list names no other folder
    private static final int FIRST = 1; // VOC counts rows and columns from 1

    private VocData() {}

    /**
     * Reads the list of pictures, and neither a picture nor an annotation.
     *
     * @throws IllegalArgumentException if that is no folder of a VOC year
     * @throws IOException naming the file, if the list is not understood
     */
    public static DataSource open(Path path) throws IOException {
        Path year = PictureFiles.folder(path);
        Path list = year.resolve(LIST);
        if (!Files.isRegularFile(list)) {
            throw new IllegalArgumentException("no " + LIST + " in " + year
                    + ": name the folder of one year, such as VOCdevkit/VOC2012, unpacked from the devkit's archive");
        }
        Path annotations = year.resolve("Annotations");
        Path paintings = year.resolve("SegmentationObject");
        Path images = year.resolve("JPEGImages");
        List<AnnotatedFile> pictures = new ArrayList<>();
        for (String id : ids(list)) {
            Path annotation = annotations.resolve(id + ".xml");
            Path painting = paintings.resolve(id + ".png");
            pictures.add(new AnnotatedFile(id, images.resolve(id + ".jpg"), image -> annotation(annotation, painting)));
        }
        return new FileData(year, new Labels(CLASSES), pictures);
    }

    private static Set<String> ids(Path list) throws IOException {
        Set<String> ids = new LinkedHashSet<>();
        for (String line : TextLines.of(list)) {
            String id = line.strip();
            if (!id.isEmpty() && !ID.matcher(id).matches()) {
                throw new IOException(list + " names no picture with " + Quote.of(id));
            }
            if (!id.isEmpty() && !ids.add(id)) {
                throw new IOException(list + " names " + Quote.of(id) + " twice");
            }
        }
        return ids;
    }

    private static Annotation annotation(Path file, Path painting) throws IOException {
        List<DrawnObject> boxed = boxed(file);
        if (boxed.isEmpty()) {
            throw new IOException("cannot use " + file + ": it names no object, so the picture is of no class");
        }
        return Annotation.ofLargest(Files.exists(painting) ? outlined(boxed, painting) : boxed);
    }

    private static List<DrawnObject> boxed(Path file) throws IOException {
        List<DrawnObject> boxed = new ArrayList<>();
        for (XmlObject object : XmlAnnotation.read(file)) {
            int label = CLASSES.indexOf(object.name());
            if (label < 0) {
                throw new IOException(
                        "cannot use " + file + ": " + Quote.of(object.name()) + " is none of VOC's twenty classes");
            }
            boxed.add(object.drawn(label, FIRST));
        }
        return boxed;
    }

    private static List<DrawnObject> outlined(List<DrawnObject> boxed, Path painting) throws IOException {
        PaintedObjects painted = new PaintedObjects(ImageFile.read(painting));
        return IntStream.range(0, boxed.size())
                .mapToObj(i -> boxed.get(i).outlined(painted.outline(i + 1)))
                .toList();
    }
}
