package org.stratigraph.zoo.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.stratigraph.core.files.Quote;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.core.spi.Labels;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.core.spi.Samples;
import org.stratigraph.core.spi.Split;

/**
 * Pictures in files, each decoded when it is asked for. Immutable, thread-safe.
 *
 * <p>All are there to validate with and to test with, the same ones; none is there to learn from, whoever's pictures they are,
 * so that what is measured on them is measured on pictures that no model has learnt from here.
 */
final class FileData implements DataSource {
    private final Path place;
    private final Labels labels;
    private final List<AnnotatedFile> pictures;

    /**
     * Takes what a folder holds.
     *
     * @throws IOException if that is no picture at all, if a file is missing, or if two pictures have one name
     */
    FileData(Path place, Labels labels, List<AnnotatedFile> pictures) throws IOException {
        if (pictures.isEmpty()) {
            throw new IOException(
                    "no picture in " + place + ": unpack the set's " + PictureFiles.KINDS + " files there");
        }
        check(pictures);
        this.place = place;
        this.labels = labels;
        this.pictures = List.copyOf(pictures);
    }

    /** Now, and not at the picture that is missing. */
    private static void check(List<AnnotatedFile> pictures) throws IOException {
        Set<String> names = new HashSet<>();
        for (AnnotatedFile picture : pictures) {
            if (!Files.isRegularFile(picture.file())) {
                throw new NoSuchFileException(picture.file().toString(), null, "there is no such image file");
            }
            if (!names.add(picture.name())) {
                throw new IOException("two pictures are called " + Quote.of(picture.name()) + ", one of them "
                        + picture.file() + "; rename or remove one");
            }
        }
    }

    @Override
    public Labels labels() {
        return labels;
    }

    @Override
    public Samples samples(Split split) {
        if (split == Split.TRAIN) {
            throw new IllegalArgumentException("no split 'train' in " + place
                    + ": its pictures are there to measure with; ask for validation or test, which are the same ones,"
                    + " and to train take a source with pictures to learn from, such as scenes, or a folder with folders"
                    + " train and val in it");
        }
        return all();
    }

    /** All pictures, whatever they are there for. */
    Samples all() {
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
