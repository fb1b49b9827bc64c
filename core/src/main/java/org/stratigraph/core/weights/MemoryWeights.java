package org.stratigraph.core.weights;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.stratigraph.core.image.Tensor;

/**
 * Weights that are in no file yet: those of a network just trained, say. Immutable, thread-safe.
 *
 * @param description where they come from, for messages
 * @param tensors by name, in order
 * @param metadata notes
 */
public record MemoryWeights(String description, Map<String, Tensor> tensors, Map<String, String> metadata)
        implements WeightsSource {
    public MemoryWeights {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        metadata = Map.copyOf(metadata);
    }

    @Override
    public Set<String> names() {
        return tensors.keySet();
    }

    @Override
    public int[] shape(String name) {
        return tensor(name).shape();
    }

    @Override
    public Tensor tensor(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new NoSuchElementException(description + " has no tensor '" + name + "'; it has " + names());
        }
        return tensor;
    }

    /** Of all names, shapes and numbers. */
    @Override
    public String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            tensors.forEach((name, tensor) -> {
                digest.update((name + Tensor.describe(tensor.shape())).getBytes(StandardCharsets.UTF_8));
                FloatBuffer values = tensor.values();
                ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.remaining());
                bytes.asFloatBuffer().put(values);
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
