package org.stratigraph.zoo.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.core.spi.Labels;

/**
 * Pictures of any folder, {@code folder:PATH}. Either each sub-folder is a class, with its pictures at any depth below it,
 * and the classes are numbered by the order of their names; or a file {@value #TABLE} lies in the folder, and says which
 * pictures count and what they show, as {@link LabelTable} has it.
 */
public final class FolderData {
    static final String TABLE = "labels.csv";

    private FolderData() {}

    /**
     * Looks at names, and at no picture.
     *
     * @throws IllegalArgumentException if there is no such folder
     * @throws IOException naming the file, if something in it is not as it should be
     */
    public static DataSource open(Path path) throws IOException {
        Path folder = PictureFiles.folder(path);
        Path table = folder.resolve(TABLE);
        return Files.exists(table) ? LabelTable.read(folder, table).data() : classes(folder);
    }

    private static DataSource classes(Path folder) throws IOException {
        List<Path> classes = PictureFiles.folders(folder);
        if (classes.isEmpty()) {
            throw new IOException("no classes in " + folder + ": put the pictures of each class in a folder of its own"
                    + " there, or name their classes in a " + TABLE);
        }
        List<Picture> pictures = new ArrayList<>();
        for (int label = 0; label < classes.size(); label++) {
            Annotation annotation = new Annotation(label, List.of());
            for (Path file : PictureFiles.below(classes.get(label))) {
                pictures.add(new Picture(PictureFiles.name(folder.relativize(file)), file, () -> annotation));
            }
        }
        List<String> names =
                classes.stream().map(file -> file.getFileName().toString()).toList();
        return new FileData(folder, new Labels(names), pictures);
    }
}
