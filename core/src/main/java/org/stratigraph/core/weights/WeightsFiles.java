package org.stratigraph.core.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Opens weight files of any format at hand. Immutable, thread-safe. */
public final class WeightsFiles {
    private static final int FIRST_BYTES = 64;

    private final List<WeightsFormat> formats;

    public WeightsFiles(List<WeightsFormat> formats) {
        this.formats = List.copyOf(formats);
    }

    /**
     * Opens a file by the first format that knows it.
     *
     * @throws IOException if there is no such file, no format knows it, or it breaks its format's rules
     */
    public WeightsSource open(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString(), null, "no such weight file");
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is no file; weights are one .safetensors or .pth file");
        }
        byte[] first;
        try (InputStream stream = Files.newInputStream(file)) {
            first = stream.readNBytes(FIRST_BYTES);
        }
        for (WeightsFormat format : formats) {
            if (format.accepts(file, first)) {
                return format.open(file);
            }
        }
        throw new IOException(file + " is in no weight format known here; torch's .pth and .safetensors are");
    }
}
