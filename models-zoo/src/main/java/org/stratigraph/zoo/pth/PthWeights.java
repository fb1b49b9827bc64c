package org.stratigraph.zoo.pth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.stratigraph.core.files.FileDigest;
import org.stratigraph.core.files.Quote;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.weights.WeightsSource;

/** The weights in a file of {@code torch.save}; numbers are read when asked for. Immutable, thread-safe. */
public final class PthWeights implements WeightsSource {
    private final Path path;
    private final PthArchive archive;
    private final Map<String, StoredTensor> tensors;
    private final FileDigest digest;

    private PthWeights(Path path, PthArchive archive, Map<String, StoredTensor> tensors) {
        this.path = path;
        this.archive = archive;
        this.tensors = Collections.unmodifiableMap(tensors);
        this.digest = new FileDigest(path);
    }

    /**
     * Opens a state dict, or a checkpoint that keeps one under {@code state_dict}, {@code model_state_dict} or
     * {@code model}, and checks all of its tensors against the file.
     *
     * @throws IOException if it is anything else, or damaged, or asks for more than a state dict needs
     */
    public static PthWeights open(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new NoSuchFileException(path.toString(), null, "there is no such file");
        }
        try {
            PthArchive archive = PthArchive.open(path);
            return new PthWeights(path, archive, tensors(archive));
        } catch (IOException e) {
            throw new IOException(path + " cannot be read as PyTorch weights: " + e.getMessage(), e);
        }
    }

    @Override
    public String description() {
        return path.toString();
    }

    @Override
    public Set<String> names() {
        return tensors.keySet();
    }

    @Override
    public int[] shape(String name) {
        return stored(name).shape().clone();
    }

    @Override
    public Tensor tensor(String name) {
        StoredTensor tensor = stored(name);
        if (!tensor.storage().type().isFloat()) {
            throw new IllegalArgumentException(path + ": tensor " + Quote.of(name) + " holds "
                    + tensor.storage().type() + " numbers, which are not read as floats");
        }
        try {
            FloatBuffer numbers = archive.floats(tensor.storage(), tensor.offset(), tensor.extent());
            boolean ordered = tensor.isRowMajor();
            return Tensor.wrap(ordered ? numbers : FloatBuffer.wrap(tensor.rowMajor(numbers.array())), tensor.shape());
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": tensor " + Quote.of(name) + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String sha256() {
        return digest.sha256();
    }

    private static Map<String, StoredTensor> tensors(PthArchive archive) throws IOException {
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        for (Map.Entry<String, PickledTensor> entry :
                StateDict.find(SafeUnpickler.read(archive.pickle())).entrySet()) {
            try {
                PickledTensor tensor = entry.getValue();
                long bytes = archive.storageSize(tensor.storage().key());
                tensors.put(entry.getKey(), StoredTensor.check(tensor, bytes));
            } catch (IOException e) {
                throw new IOException("tensor " + Quote.of(entry.getKey()) + ": " + e.getMessage(), e);
            }
        }
        return tensors;
    }

    private StoredTensor stored(String name) {
        if (!tensors.containsKey(name)) {
            throw new NoSuchElementException(
                    path + " has no tensor " + Quote.of(name) + "; it has " + Quote.some(names()));
        }
        return tensors.get(name);
    }
}
