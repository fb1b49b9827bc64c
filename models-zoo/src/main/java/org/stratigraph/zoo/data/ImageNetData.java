package org.stratigraph.zoo.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.stratigraph.core.files.Quote;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.zoo.data.AnnotatedFile.Truth;

/**
 * The validation pictures of ILSVRC2012, {@code imagenet:PATH}, with PATH the folder that Kaggle's archive unpacks to, or one
 * with the same files. It holds
 *
 * <ul>
 *   <li>pictures at any depth of {@code ILSVRC/Data/CLS-LOC/val} or {@code val}, or else of PATH itself;
 *   <li>{@value #SYNSETS}, whose sorted ids number the classes (all 1000 of them: as torchvision does);
 *   <li>{@value #TABLE}, or else an XML file for each picture in {@code ILSVRC/Annotations/CLS-LOC/val},
 *       {@code Annotations/val} or {@code Annotations}.
 * </ul>
 *
 * <p>A picture is of the class of its first box. Its boxes are taken to count from 0 and to hold their last row and column:
 * there are some that begin at 0, and the challenge's own overlap adds 1 to their sides. They are in the pixels of the picture
 * as it is shown, turned upright where its EXIF data says so.
 */
public final class ImageNetData {
    static final String SYNSETS = "LOC_synset_mapping.txt";
    static final String TABLE = "LOC_val_solution.csv";

    private static final int FIRST = 0;

    private ImageNetData() {}

    /**
     * Reads the classes and the table, and no picture.
     *
     * @throws IllegalArgumentException if there is no such folder
     * @throws IOException naming the file that is missing or not understood
     */
    public static DataSource open(Path path) throws IOException {
        Path root = PictureFiles.folder(path);
        Synsets synsets = Synsets.read(synsets(root));
        List<Path> files = PictureFiles.below(pictures(root));
        Path table = root.resolve(TABLE);
        List<AnnotatedFile> pictures =
                Files.isRegularFile(table) ? ofTable(files, table, synsets) : ofXml(files, annotations(root), synsets);
        return new FileData(root, synsets.labels(), pictures);
    }

    private static Path synsets(Path root) throws IOException {
        return first(root, Files::isRegularFile, SYNSETS, "ILSVRC/" + SYNSETS)
                .orElseThrow(() -> new IOException("no " + SYNSETS + " in " + root
                        + ": it gives the classes their numbers; copy it there from Kaggle's archive, or write one with a"
                        + " line for each of the 1000 classes, such as 'n01440764 tench, Tinca tinca'"));
    }

    private static Path pictures(Path root) {
        return first(root, Files::isDirectory, "ILSVRC/Data/CLS-LOC/val", "Data/CLS-LOC/val", "val")
                .orElse(root);
    }

    private static Path annotations(Path root) throws IOException {
        return first(
                        root,
                        Files::isDirectory,
                        "ILSVRC/Annotations/CLS-LOC/val",
                        "Annotations/CLS-LOC/val",
                        "Annotations/val",
                        "Annotations")
                .orElseThrow(() -> new IOException("neither " + TABLE + " nor a folder Annotations in " + root
                        + ": one of them says what the pictures show; copy it there from Kaggle's archive"));
    }

    private static Optional<Path> first(Path root, Predicate<Path> kind, String... places) {
        return Stream.of(places).map(root::resolve).filter(kind).findFirst();
    }

    private static List<AnnotatedFile> ofTable(List<Path> files, Path file, Synsets synsets) throws IOException {
        ValidationTable table = ValidationTable.read(file);
        List<AnnotatedFile> pictures = new ArrayList<>();
        for (Path picture : files) {
            String id = PictureFiles.stem(picture);
            List<XmlObject> objects = table.objects(id)
                    .orElseThrow(() -> new IOException(
                            file + " has no line for " + Quote.of(id) + ": remove " + picture + ", or add the line"));
            pictures.add(new AnnotatedFile(id, picture, Truth.of(annotation(objects, synsets, file))));
        }
        return pictures;
    }

    private static List<AnnotatedFile> ofXml(List<Path> files, Path annotations, Synsets synsets) throws IOException {
        List<AnnotatedFile> pictures = new ArrayList<>();
        for (Path picture : files) {
            String id = PictureFiles.stem(picture);
            Path file = annotations.resolve(id + ".xml");
            if (!Files.isRegularFile(file)) {
                throw new IOException("no " + file + ", so nothing is known about " + picture);
            }
            pictures.add(new AnnotatedFile(id, picture, image -> annotation(XmlAnnotation.read(file), synsets, file)));
        }
        return pictures;
    }

    private static Annotation annotation(List<XmlObject> objects, Synsets synsets, Path file) throws IOException {
        if (objects.isEmpty()) {
            throw new IOException("cannot use " + file + ": it names no object, so the picture is of no class");
        }
        try {
            List<DrawnObject> drawn = objects.stream()
                    .map(object -> object.drawn(synsets.number(object.name()), FIRST))
                    .toList();
            return new Annotation(drawn.get(0).label(), drawn);
        } catch (IllegalArgumentException unknown) {
            throw new IOException("cannot use " + file + ": " + unknown.getMessage(), unknown);
        }
    }
}
