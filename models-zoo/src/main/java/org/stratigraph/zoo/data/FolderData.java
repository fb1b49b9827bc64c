package org.stratigraph.zoo.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.core.spi.Labels;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.core.spi.Samples;
import org.stratigraph.core.spi.Split;

/**
 * The PNG and JPEG files of a folder: a class per sub-folder, or what its {@value #LABELS} says of them. Immutable,
 * thread-safe.
 *
 * <p>Every split is all of the pictures, contrary to what {@link Split} says of others: the folder is for evaluation, and
 * a model that learns from it must be tested on another.
 *
 * <p>A class's number is its place among the folder's classes, which is the model's only if both have the same ones; a
 * {@value #LABELS} may give the model's numbers instead. Files are looked for when the source is made, and decoded when a
 * sample is asked for, every time anew.
 */
public final class FolderData implements DataSource {
    static final String LABELS = "labels.csv";

    private final Listing listing;

    private FolderData(Listing listing) {
        this.listing = listing;
    }

    /**
     * Lists a folder.
     *
     * @throws IllegalArgumentException if there is no such folder, or no picture in it
     * @throws UncheckedIOException if it cannot be listed, or its {@value #LABELS} is wrong: then the message says in which
     *     line
     */
    public static FolderData open(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("no folder " + folder + " to take pictures from");
        }
        Listing listing = list(folder);
        if (listing.pictures().isEmpty()) {
            throw new IllegalArgumentException("no pictures in " + folder
                    + ": put PNG or JPEG files into a sub-folder per" + " class, or list files in " + LABELS
                    + " under the header file,label or file,label,x0,y0,x1,y1");
        }
        return new FolderData(listing);
    }

    private static Listing list(Path folder) {
        Path labels = folder.resolve(LABELS);
        try {
            return Files.exists(labels) ? new LabelsFile(labels).listing() : ClassFolders.listing(folder);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable.getMessage(), unreadable);
        }
    }

    @Override
    public Labels labels() {
        return listing.labels();
    }

    /** All of the pictures, whatever the split. */
    @Override
    public Samples samples(Split split) {
        List<AnnotatedFile> pictures = listing.pictures();
        return new Samples() {
            @Override
            public int size() {
                return pictures.size();
            }

            @Override
            public Sample sample(int index) throws IOException {
                return pictures.get(Objects.checkIndex(index, pictures.size())).read();
            }
        };
    }
}
