package org.stratigraph.core.weights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import org.stratigraph.core.files.FileDigest;
import org.stratigraph.core.files.SafeTensors;
import org.stratigraph.core.image.Tensor;

/** The weights in a safetensors file. Immutable, thread-safe. */
public final class SafeTensorsWeights implements WeightsSource {
    private final Path path;
    private final SafeTensors tensors;
    private final FileDigest digest;

    private SafeTensorsWeights(Path path, SafeTensors tensors) {
        this.path = path;
        this.tensors = tensors;
        this.digest = new FileDigest(path);
    }

    /** @throws IOException if it is not a sound safetensors file */
    public static SafeTensorsWeights open(Path path) throws IOException {
        return new SafeTensorsWeights(path, SafeTensors.open(path));
    }

    @Override
    public String description() {
        return path.toString();
    }

    @Override
    public Set<String> names() {
        return tensors.names();
    }

    @Override
    public int[] shape(String name) {
        return tensors.shape(name);
    }

    @Override
    public Tensor tensor(String name) {
        try {
            return tensors.floats(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String sha256() {
        return digest.sha256();
    }
}
