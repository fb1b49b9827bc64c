package org.stratigraph.core.weights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.stratigraph.core.files.FileDigest;
import org.stratigraph.core.files.SafeTensors;
import org.stratigraph.core.image.Tensor;

/** The weights in a safetensors file, on a disk or in memory. Immutable, thread-safe. */
public final class SafeTensorsWeights implements WeightsSource {
    private final String description;
    private final SafeTensors tensors;
    private final Supplier<String> digest;

    private SafeTensorsWeights(String description, SafeTensors tensors, Supplier<String> digest) {
        this.description = description;
        this.tensors = tensors;
        this.digest = digest;
    }

    /** @throws IOException if it is not a sound safetensors file */
    public static SafeTensorsWeights open(Path path) throws IOException {
        return new SafeTensorsWeights(path.toString(), SafeTensors.open(path), new FileDigest(path)::sha256);
    }

    /**
     * Weights in the content of a file, which must not be written to afterwards.
     *
     * @param description where it came from, for messages
     * @throws IOException if it is not a sound safetensors file
     */
    public static SafeTensorsWeights of(String description, byte[] content) throws IOException {
        return new SafeTensorsWeights(description, SafeTensors.of(description, content), () -> FileDigest.of(content));
    }

    @Override
    public String description() {
        return description;
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
    public Map<String, String> metadata() {
        return tensors.metadata();
    }

    @Override
    public String sha256() {
        return digest.get();
    }
}
