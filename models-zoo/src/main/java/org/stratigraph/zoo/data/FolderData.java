package org.stratigraph.zoo.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.stratigraph.core.spi.DataSource;

/**
 * The PNG and JPEG files of a folder: a class per sub-folder, or what its {@value #LABELS} says of them; or, where
 * it has folders {@code train} and {@code val}, {@code validation} or {@code test}, a class per sub-folder of these.
 *
 * <p>A class's number is its place among the folder's classes, which is the model's only if both have the same ones; a
 * {@value #LABELS} may give the model's numbers instead. Files are looked for when the source is made, and decoded when a
 * sample is asked for, every time anew.
 */
public final class FolderData {
    static final String LABELS = "labels.csv";

    private FolderData() {}

    /**
     * Lists a folder.
     *
     * @throws IllegalArgumentException if there is no such folder, or no picture in it
     * @throws IOException if it cannot be listed, or its {@value #LABELS} is wrong: then the message says in which line
     */
    public static DataSource open(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("no folder " + folder + " to take pictures from");
        }
        Path labels = folder.resolve(LABELS);
        if (!Files.exists(labels)) {
            Optional<DataSource> splits = SplitFolders.in(folder);
            if (splits.isPresent()) {
                return splits.get();
            }
        }
        Listing listing = Files.exists(labels) ? new LabelsFile(labels).listing() : ClassFolders.listing(folder);
        if (listing.pictures().isEmpty()) {
            throw new IllegalArgumentException("no pictures in " + folder
                    + ": put PNG or JPEG files into a sub-folder per class, or list files in " + LABELS
                    + " under the header file,label or file,label,x0,y0,x1,y1");
        }
        return new FileData(folder, listing.labels(), listing.pictures());
    }
}
